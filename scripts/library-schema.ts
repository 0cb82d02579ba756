/**
 * The JSON Schema of a library's file, from the schemas that imports are held against. `npm run schema` writes it to
 * docs/counterpoint.schema.json. What no JSON Schema can say – whether quotes are what their texts hold, whether what is named is
 * there – is told in its description.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema'
import { DEEPEST, DocumentNode } from '../src/shared/document.ts'
import { LibraryFile } from '../src/shared/export.ts'

export const schemaFile = path.join(import.meta.dirname, '../docs/counterpoint.schema.json')

const description = `All that a reader made with Counterpoint, as "Export, JSON" writes it (UTF-8) and import reads it.
Offsets count UTF-16 code units of a revision's text, the end is not included; no end lies inside a grapheme cluster, and "exact" is what the text holds there.
A revision's "text" is its body's text, block by block, joined by "\\n"; "sha256" is that text's. "revision" of an article is its last one.
Identifiers are UUIDs, each once among things of its kind; whatever names one must be in the file, but for comparisons and events, which may name what is gone. Of who speaks for whom there is no circle. A thing has one note at most, an article one draft.
Times are UTC; dates are as precise as they are known: a year, a month or a day. "" means unknown.
Documents are Lexical's and nest ${DEEPEST} deep at most. Keys that are not named here are ignored.
Not in the file: the steps that can be undone, this device's settings and dictionaries, and backups.`

const config: ConversionConfig = {
  target: 'draft-2020-12',
  // What they say is in the description, or holds for whatever is exported: names are in one line already.
  ignoreActions: ['transform', 'check', 'raw_check'],
  // A document's root, which is walked by hand.
  overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'custom' ? { $ref: '#/$defs/node' } : undefined),
  overrideAction: ({ valibotAction, jsonSchema }) => {
    if (valibotAction.type === 'safe_integer') return { ...jsonSchema, type: 'integer' }
    if (valibotAction.type === 'regex') return { ...jsonSchema, pattern: inAnyCase((valibotAction as unknown as { requirement: RegExp }).requirement) }
    return valibotAction.type === 'uuid' ? { ...jsonSchema, pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$' } : undefined
  },
}

/** JSON Schema's patterns have no flags. */
function inAnyCase({ source, flags }: RegExp): string {
  return flags.includes('i') ? source.replace(/\\.|[a-z]/gi, (part) => (part.length > 1 ? part : `[${part.toLowerCase()}${part.toUpperCase()}]`)) : source
}

export function librarySchema(): Record<string, unknown> {
  const { $schema, ...file } = toJsonSchema(LibraryFile, config)
  return { $schema, $id: 'counterpoint.schema.json', title: 'A library of Counterpoint, version 1', description, ...file, $defs: { node: nodeSchema() } }
}

function nodeSchema(): Record<string, unknown> {
  const { reference, quotation, link, other } = DocumentNode
  const [aReference, aQuotation, aLink, any] = [reference, quotation, link, other].map((schema) => {
    const { $schema: _schema, ...converted } = toJsonSchema(schema, config)
    return converted
  })
  const of = (...types: string[]): Record<string, unknown> => ({ properties: { type: { enum: types } } })
  return {
    ...any,
    properties: { ...any!.properties, children: { type: 'array', items: { $ref: '#/$defs/node' } } },
    allOf: [{ anyOf: [{ not: of('reference') }, aReference] }, { anyOf: [{ not: of('quotation') }, aQuotation] }, { anyOf: [{ not: of('link', 'autolink') }, aLink] }],
  }
}

export const written = (): string => `${JSON.stringify(librarySchema(), null, 2)}\n`

if (process.argv[1] === import.meta.filename) writeFileSync(schemaFile, written())
