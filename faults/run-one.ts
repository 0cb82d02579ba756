/** The process of one fault test: runs the file that it is given, and reports to the one that started it. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { faultTools, type Fault, type FaultResult } from './fault.ts'

export interface FaultReport { name: string; result: FaultResult }

const [file = '', seed = ''] = process.argv.slice(2)
const { fault } = await import(pathToFileURL(path.join(import.meta.dirname, file)).href) as { fault: Fault }
const tools = faultTools(Number(seed))
const result = await fault.run(tools).catch((error: Error): FaultResult => ({ tried: 1, failed: [error.stack ?? error.message] }))
await tools.tidy()
process.send!({ name: fault.name, result } satisfies FaultReport)
process.disconnect()
