/** Packs with a pretended Electron (pack.mjs) and looks into what came of it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
/** `npm run test:packed` measures what is left here, and removes it. */
const packs = join(root, '.cache', 'packed')
/** Of packaging's own packages. They have no types here: the app is checked without them. */
const load = createRequire(join(import.meta.dirname, 'package.json'))

interface Packing {
  platform: 'linux' | 'win32' | 'darwin'
  arch: string
  targets: string[]
  /** Goes all the way to the installer. */
  makes?: boolean
  env?: Record<string, string>
}

export interface Packed {
  folder: string
  /** What each tool that makes an installer would be given, and the files among it. */
  computed: { options: unknown; files: Record<string, string> }[]
}

export function pack({ env = {}, ...packing }: Packing): Packed {
  mkdirSync(packs, { recursive: true })
  const folder = mkdtempSync(join(packs, `${packing.platform}-${packing.arch}-`))
  // With VITEST set, electron-builder links files instead of copying them.
  const { VITEST: _, ...environment } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'pack.mjs'), JSON.stringify({ ...packing, folder })], {
    env: { ...environment, ...env }, encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`It was not packed.\n${stdout}${stderr}`)
  return { folder, computed: JSON.parse(readFileSync(join(folder, 'computed.json'), 'utf8')) as Packed['computed'] }
}

export interface Archive {
  /** Every file, by its path in the archive, with "/" between. */
  files: { name: string; size: number; unpacked: boolean }[]
  read: (name: string) => string
}

interface AsarModule {
  listPackage: (archive: string, options: { isPack: boolean }) => string[]
  statFile: (archive: string, name: string) => { size?: number; unpacked?: boolean }
  extractFile: (archive: string, name: string) => Buffer
  extractAll: (archive: string, folder: string) => void
}

const asar = load('@electron/asar') as AsarModule

/** `resources`: the packed program's folder of that name. */
export function archiveIn(resources: string): Archive {
  const archive = join(resources, 'app.asar')
  const files = asar.listPackage(archive, { isPack: false }).flatMap((listed) => {
    const name = listed.replaceAll('\\', '/').slice(1)
    const { size, unpacked = false } = asar.statFile(archive, name)
    return size === undefined ? [] : [{ name, size, unpacked }]
  })
  return { files, read: (name) => asar.extractFile(archive, name).toString('utf8') }
}

/** The archive as a folder, its unpacked files among the others. */
export function extract(resources: string, folder: string): void {
  asar.extractAll(join(resources, 'app.asar'), folder)
}

/** The switches in a program by name, as they stand there: on, off. */
export async function fusesOf(program: string): Promise<Record<string, boolean>> {
  const { getCurrentFuseWire, FuseV1Options } = load('@electron/fuses') as {
    getCurrentFuseWire: (program: string) => Promise<Record<number, number>>
    FuseV1Options: Record<string, number | string>
  }
  const wire = await getCurrentFuseWire(program)
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
  return Object.fromEntries(names.map((name) => [name, String.fromCharCode(wire[FuseV1Options[name] as number] ?? 0) === '1']))
}

/** Every file below a folder, by its path from there. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).map((name) => name.replaceAll('\\', '/'))
}
