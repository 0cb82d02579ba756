/**
 * `npm run package`: this system's installers, in dist/. `npm run package -- deb` builds one, `-- dir` a folder that runs.
 * It needs the network the first time: for Electron's program and for the tools that make installers.
 */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { appImageConfig, config } from '../packaging/electron-builder.config.mjs'
import { buildIfNeeded, root } from './build-if-needed.mjs'
import { chooseTargets, explain, loadPackager, Refusal } from './packager.mjs'

try {
  const targets = chooseTargets(process.argv.slice(2), { platform: process.platform, has: isOnPath })
  await buildIfNeeded(console.log)
  const builder = loadPackager()
  // The AppImage has a starting script of its own beside the program, which the others must not have.
  const appImage = targets.filter((target) => target === 'AppImage')
  const others = targets.filter((target) => target !== 'AppImage')
  const made = []
  if (others.length > 0) made.push(...await build(builder, others, config))
  if (appImage.length > 0) made.push(...await build(builder, appImage, appImageConfig))
  for (const file of made) console.log(`${path.relative(root, file)}  ${Math.round(statSync(file).size / 1e6)} MB`)
} catch (error) {
  console.error(error instanceof Refusal ? error.message : explain(error))
  process.exitCode = 1
}

function build({ build: run, Platform }, targets, chosen) {
  return run({ projectDir: root, targets: Platform.current().createTarget(targets), config: chosen, publish: 'never' })
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => folder !== '' && existsSync(path.join(folder, program)))
}
