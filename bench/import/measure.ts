/** The process of one measurement: reads a small source to have everything loaded, then the given one as often as asked. */
import { read, type Reader } from './readers.ts'
import { sourceOf, type Kind } from './sources.ts'

export interface Measured {
  /** In milliseconds, of one reading: the fastest, since what else the machine does only makes it slower. */
  time: number
  /** In MB: the most that was taken, above what there was before. */
  memory: number
}

const [reader, kind, length, times] = process.argv.slice(2) as [Reader, Kind, string, string]
const source = sourceOf(kind, Number(length))
for (let warm = 0; warm < 5; warm += 1) await read(reader, kind, sourceOf(kind, 10_000))
const before = process.memoryUsage.rss()
let time = Infinity
for (let run = 0; run < Number(times); run += 1) {
  const start = performance.now()
  await read(reader, kind, source)
  time = Math.min(time, performance.now() - start)
}
const memory = Math.max(0, process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20
process.send!({ time, memory } satisfies Measured)
process.disconnect()
