/** A library's JSON, spoilt in one to three places as hands, programs and disks spoil files. For tests. */
import type { Random } from '../random-from.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
/** Stands in the JSON for a number that JavaScript can't write: 1e999. */
const ENDLESS = '\uE000endless\uE000'

export function mutatedJson(file: string, random: Random): string {
  if (random(12) === 0) return mutatedText(file, random)
  const value = JSON.parse(file) as Json
  for (let times = 1 + random(3); times > 0; times -= 1) mutateTree(value, random)
  return JSON.stringify(value).replaceAll(`"${ENDLESS}"`, '1e999').replaceAll(`"${DEEP}"`, () => `${'{"type":"quote","children":['.repeat(1500)}${']}'.repeat(1500)}`)
}

const DEEP = '\uE000deep\uE000'

function mutatedText(file: string, random: Random): string {
  const at = random(file.length)
  switch (random(4)) {
    case 0: return file.slice(0, at)
    case 1: return `[${file}]`
    case 2: return file.slice(0, at) + String.fromCharCode(32 + random(95)) + file.slice(at + 1)
    default: return file.slice(0, at) + file.slice(at + 1 + random(20))
  }
}

/** Goes down from a kind of thing to somewhere in it. */
function mutateTree(root: Json, random: Random): void {
  let [parent, key] = [root as Record<string, Json>, '']
  const down = (value: Json): string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : [])
  for (let value: Json = root; down(value).length > 0 && (key === '' || random(5) > 0); value = parent[key]!) {
    parent = value as Record<string, Json>
    key = pick(down(value), random)
  }
  mutateEntry(parent, key, root, random)
}

function mutateEntry(parent: Record<string, Json>, key: string, root: Json, random: Random): void {
  const value = parent[key]!
  const list = Array.isArray(parent) ? parent as Json[] : undefined
  switch (random(8)) {
    case 0: if (list) list.splice(Number(key), 1); else delete parent[key]; return
    case 1: if (list) list.splice(Number(key), 0, structuredClone(value)); else parent[`${key}2`] = value; return
    case 2: if (list && list.length > 1) list.reverse(); else parent[key] = hostile(random); return
    case 3: parent[key] = hostile(random); return
    case 4: parent[key] = pick(stringsIn(root), random); return
    default: parent[key] = nearly(value, random)
  }
}

const hostileValues: Json[] = [null, true, 0, -1, 1.5, 1e15, 1e300, ENDLESS, DEEP, '', ' ', '\uD800', 'a\u0000b', '\u202Eevil', 'x'.repeat(3000), '__proto__', '01936b00-0000-7000-8000-000000000000', '2026-13-45', '9999-12-31T23:59:59.999Z', [], {}, [[]], { id: 'x' }]
const hostile = (random: Random): Json => structuredClone(pick(hostileValues, random))

/** Of the same kind, and not the same. */
function nearly(value: Json, random: Random): Json {
  if (typeof value === 'number') return pick([value + 1, value - 1, -value, value + 0.5, value * 2, ENDLESS], random)
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') {
    const at = random(value.length + 1)
    return pick([value.slice(0, at) + value.slice(at + 1), `${value.slice(0, at)}é${value.slice(at)}`, `${value.slice(0, at)}\uDE00${value.slice(at)}`, value.toUpperCase(), `${value} `, `${value.slice(0, at)}\n${value.slice(at)}`], random)
  }
  if (Array.isArray(value)) return pick([[...value, ...value], value.slice(1), [...value].reverse(), [value]], random)
  return value === null ? hostile(random) : { ...value, ['__proto__']: 1 }
}

function stringsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function pick<T>(from: T[], random: Random): T {
  return from[random(from.length)]!
}
