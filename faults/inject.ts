/** Lets the k-th step of this process fail: a statement of SQLite's, or a call of the file system's that writes. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import Database from 'better-sqlite3'

export type FaultKind = 'full' | 'input-output'
/** `once`: that step alone; `from-then-on`: all steps after it too, as on a disk that stays full. */
export interface InjectedFault { step: number; kind: FaultKind; lasting: 'once' | 'from-then-on' }

let fault: InjectedFault | undefined
let steps = 0

/** From now on steps are counted, and the given one fails. */
export function arm(next?: InjectedFault): void {
  fault = next
  steps = 0
}

/** No more faults. Gives how many steps there were. */
export function disarm(): number {
  fault = undefined
  return steps
}

/** Whether this step fails. */
function isStruck(): boolean {
  steps += 1
  return fault !== undefined && (fault.lasting === 'once' ? steps === fault.step : steps >= fault.step)
}

const sqliteCodes = { full: ['SQLITE_FULL', 'database or disk is full'], 'input-output': ['SQLITE_IOERR_WRITE', 'disk I/O error'] } as const
const systemCodes = { full: 'ENOSPC', 'input-output': 'EIO' } as const

type AnyFunction = (this: unknown, ...values: unknown[]) => unknown

function replace(owner: object, name: string, make: (real: AnyFunction) => AnyFunction): void {
  const methods = owner as Record<string, AnyFunction>
  methods[name] = make(methods[name]!)
}

function failingSqlite(real: AnyFunction, sourceOf: (self: unknown, values: unknown[]) => string): AnyFunction {
  return function run(...values) {
    // SQLite takes back a transaction without writing anything.
    if (!/^\s*ROLLBACK/i.test(sourceOf(this, values)) && isStruck()) {
      const [code, message] = sqliteCodes[fault!.kind]
      throw new Database.SqliteError(message, code)
    }
    return real.apply(this, values)
  }
}

function systemError(name: string, file: unknown): NodeJS.ErrnoException {
  const code = systemCodes[fault!.kind]
  return Object.assign(new Error(`${code}: ${name} '${String(file)}'`), { code, syscall: name })
}

const syncCalls = ['writeFileSync', 'writeSync', 'openSync', 'renameSync', 'copyFileSync', 'mkdirSync', 'fsyncSync', 'appendFileSync']
const promisedCalls = ['writeFile', 'open', 'rename', 'copyFile', 'mkdir']

/** Once, before the program is loaded. */
export function installFaults(): void {
  const probe = new Database(':memory:')
  const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as object
  probe.close()
  for (const name of ['run', 'get', 'all', 'iterate']) replace(statements, name, (real) => failingSqlite(real, (self) => (self as { source: string }).source))
  replace(Database.prototype, 'exec', (real) => failingSqlite(real, (_self, [sql]) => String(sql)))
  replace(Database.prototype, 'backup', (real) => async function backup(...values) {
    if (isStruck()) throw systemError('write', values[0])
    return real.apply(this, values)
  })
  for (const name of syncCalls) {
    replace(fs, name, (real) => function call(...values) {
      if (isStruck()) throw systemError(name.replace('Sync', ''), values[0])
      return real.apply(this, values)
    })
  }
  for (const name of promisedCalls) {
    replace(fs.promises, name, (real) => async function call(...values) {
      if (isStruck()) throw systemError(name, values[0])
      return real.apply(this, values)
    })
  }
  syncBuiltinESMExports()
}
