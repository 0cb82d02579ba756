/**
 * node pack.mjs '{"platform", "arch", "targets", "folder", "makes"}': packs Counterpoint with a pretended
 * Electron into `folder`, as `npm run package` packs it with the real one. Installers aren't made: what electron-builder
 * would give the tool that makes each is written to `folder`/computed.json, files in their words.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, Arch, Platform } from 'electron-builder'
import { appImageConfig, config } from './electron-builder.config.mjs'
import { pretendElectron } from './pretend-electron.mjs'

const root = path.join(import.meta.dirname, '..')
const { platform, arch, targets, folder, makes = false } = JSON.parse(process.argv[2])
const computed = []

await build({
  projectDir: root,
  targets: Platform.fromString(platform).createTarget(targets, Arch[arch]),
  publish: 'never',
  config: {
    ...(targets.includes('AppImage') ? appImageConfig : config),
    directories: { ...config.directories, output: folder },
    electronDist: pretendElectron(path.join(folder, `pretended-${platform}`), platform),
    // The tool that writes icon and version into a program for Windows is fetched.
    win: { ...config.win, signAndEditExecutable: false },
  },
  ...(makes ? {} : { effectiveOptionComputed: keep }),
})
writeFileSync(path.join(folder, 'computed.json'), JSON.stringify(computed))

/** Says "go no further". Temporary files are gone afterwards, so their words are kept. */
async function keep(options) {
  const given = Array.isArray(options) ? options.flat() : [{ ...options, desktop: await options.desktop }]
  const files = {}
  for (const word of given.filter((each) => typeof each === 'string')) {
    const file = word.split('=')[0]
    if (path.isAbsolute(file) && existsSync(file) && statSync(file).isFile() && !file.endsWith('.png')) files[word] = readFileSync(file, 'utf8')
  }
  computed.push({ options, files })
  return true
}
