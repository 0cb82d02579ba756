/**
 * The app in a browser: `npm start -- --browser [FILE...] [--library DIR] [--port N] [--no-open]`.
 * One copy runs per library; a second start hands its files to the first.
 */
import { parseArgs } from 'node:util'
import { diskFault } from '../shared/disk-fault.ts'
import { AppError } from '../shared/rpc.ts'
import { parsePort } from './server/parse-port.ts'
import { openDesk, type Desk } from './desk.ts'
import { openFiles } from './open-files.ts'
import { chooseLibrary, platformPaths } from './platform-paths.ts'
import { askRunningCopy, claimLibrary, type Claim } from './running-copy.ts'
import { openInBrowser } from './server/open-in-browser.ts'
import { programFiles, programVersion } from './server/program-files.ts'
import { serve, type Server } from './server/serve.ts'
import { untilStopped } from './server/until-stopped.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const log = (line: string): void => void process.stderr.write(`${line}\n`)

interface Running {
  desk: Desk
  server: Server
}

async function main(): Promise<number> {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'boolean' }, library: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  })
  const port = parsePort(values.port)
  const paths = platformPaths()
  const folder = chooseLibrary(values.library, paths)
  const running = Promise.withResolvers<Running>()
  running.promise.catch(() => {})
  const open = (url: string): void => { if (!values['no-open']) openInBrowser(url) }

  /** The files of a second start. What it gives back is printed there. */
  const takeFiles = async (more: string[]): Promise<string> => {
    const { desk, server } = await running.promise
    const failures = await openFiles(desk, more)
    open(server.invite())
    return [...failures, `Counterpoint is running with this library already: ${server.invite()}`].join('\n')
  }
  const claim = await claimLibrary(folder, takeFiles)
  if (!claim) return handOver(folder, files)

  try {
    const desk = await openDesk({ library: folder, paths, ...programFiles, version: programVersion(), log })
    const server = await serve(desk, { port, rendererFolder: programFiles.rendererFolder, log })
    running.resolve({ desk, server })
    const stop = untilStopped()
    const following = followLibrary(desk, folder, claim, takeFiles)
    for (const failure of await openFiles(desk, files)) log(failure)
    print(`Counterpoint is open at ${server.invite()}`)
    open(server.invite())
    await stop
    await server.close()
    await desk.close()
    await (await following()).release()
    return 0
  } catch (error) {
    running.reject(error)
    await claim.release()
    throw error
  }
}

async function handOver(folder: string, files: string[]): Promise<number> {
  const { answered, message } = await askRunningCopy(folder, files)
  if (answered) print(message)
  else log(message)
  return answered ? 0 : 1
}

/** When the user opens another library, starts that name that one come here. Gives a function that gives the claim held last. */
function followLibrary(desk: Desk, folder: string, claim: Claim, takeFiles: (files: string[]) => Promise<string>): () => Promise<Claim> {
  const none: Claim = { release: async () => {} }
  let claimed = folder
  let held = Promise.resolve(claim)
  desk.subscribe(({ name }) => {
    if (name !== 'library.changed' || desk.folder() === claimed) return
    const next = desk.folder()
    claimed = next
    held = held.then(async (last) => {
      await last.release()
      return (await claimLibrary(next, takeFiles)) ?? none
    })
  })
  return () => held
}

main().then(
  (status) => process.exit(status),
  (error: Error & { code?: string }) => {
    const wrongUsage = error.code?.startsWith('ERR_PARSE_ARGS')
    log(wrongUsage || error instanceof AppError ? error.message : diskFault(error)?.message ?? error.stack ?? error.message)
    process.exit(wrongUsage ? 2 : 1)
  },
)
