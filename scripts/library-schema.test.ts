/** docs/counterpoint.schema.json is the schema of what Counterpoint writes and reads. */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { aFilledLibrary } from '../src/main/exports/a-filled-library.ts'
import { mutatedJson } from '../src/main/exports/mutated-json.ts'
import { randomFrom } from '../src/main/random-from.ts'
import { anExampleLibrary } from '../src/main/formats/an-example-library.ts'
import { readLibraryFile } from '../src/main/formats/read-library-file.ts'
import { schemaFile, written } from './library-schema.ts'

function validator(): ValidateFunction {
  return new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
}

test('the schema in docs is up to date: npm run schema', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(written())
})

describe('held against the schema', () => {
  test('a library with something of everything fits', async () => {
    const validate = validator()
    const file = JSON.parse(await aFilledLibrary()) as Record<string, unknown[]>
    for (const [kind, things] of Object.entries(file)) if (Array.isArray(things)) expect(things.length, kind).toBeGreaterThan(0)
    validate(file)
    expect(validate.errors).toBeNull()
    validate({ format: 'counterpoint', version: 1, ...anExampleLibrary() })
    expect(validate.errors).toBeNull()
  })

  test('whatever an import makes of a spoilt file fits, and most of what is refused does not', async () => {
    const [validate, random, file] = [validator(), randomFrom(20261124), await aFilledLibrary()]
    let [accepted, misfits] = [0, 0]
    for (let run = 0; run < 400; run += 1) {
      const json = mutatedJson(file, random)
      const made = accept(json)
      if (made) {
        accepted += 1
        validate(made)
        expect(validate.errors).toBeNull()
      } else if (parsed(json) !== undefined && !validate(parsed(json))) misfits += 1
    }
    expect(accepted).toBeGreaterThan(20)
    expect(misfits).toBeGreaterThan(100)
  })
})

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function accept(json: string): unknown {
  try {
    return parsed(JSON.stringify(readLibraryFile(Buffer.from(json))?.file))
  } catch {
    return undefined
  }
}
