/** How far a fetch is: a bar that is drawn over itself in a terminal, elsewhere a line for every tenth. */

const MEGABYTE = 1_000_000
const BAR = 30

/** `now` in milliseconds. `output.columns` is the terminal's width. */
export function createProgress(output, { isTerminal = Boolean(output.isTTY) && process.env.TERM !== 'dumb', now = () => performance.now() } = {}) {
  let begun
  let told = 0
  let drawn = false
  return {
    /** Bytes so far and in all; `total` is null when it is not known. */
    update(transferred, total) {
      const time = now()
      begun ??= { at: time, from: transferred, tenth: tenths(transferred, total) }
      if (isTerminal) {
        output.write(`\r${bar({ transferred, total, speed: (transferred - begun.from) / Math.max(time - begun.at, 1), columns: output.columns || 80 })}\u001B[K`)
        drawn = true
      } else if (tenths(transferred, total) > Math.max(told, begun.tenth)) {
        told = tenths(transferred, total)
        output.write(`${total ? `${told * 10} % of ${megabytes(total)}` : megabytes(transferred)}\n`)
      }
    },
    /** Takes the bar away, so that a line can be written in its place. */
    clear() {
      if (drawn) output.write('\r\u001B[K')
      drawn = false
    },
  }
}

/** Of an unknown total, tens of megabytes. */
function tenths(transferred, total) {
  return Math.floor(total ? (transferred / total) * 10 : transferred / (10 * MEGABYTE))
}

/** `speed` in bytes per millisecond. Never wider than the terminal: what wraps can't be drawn over. */
export function bar({ transferred, total, speed, columns }) {
  const amount = total ? `${number(transferred)} of ${megabytes(total)}` : megabytes(transferred)
  const parts = [amount, ...(total && speed > 0 && transferred < total ? [left((total - transferred) / speed)] : [])]
  if (total) {
    const filled = Math.floor((transferred / total) * BAR)
    const percent = `${Math.floor((transferred / total) * 100)} %`.padStart(5)
    const drawing = `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}] ${percent}`
    for (const text of [[drawing, ...parts], [drawing, amount], [`${percent.trim()}`, amount]]) {
      if (text.join('  ').length < columns) return text.join('  ')
    }
  }
  return parts.join('  ').slice(0, Math.max(columns - 1, 0))
}

function left(milliseconds) {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  if (seconds < 60) return `about ${seconds} s left`
  const minutes = Math.round(seconds / 60)
  return minutes < 100 ? `about ${minutes} min left` : `about ${Math.round(minutes / 60)} h left`
}

const number = (bytes) => (bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0)
const megabytes = (bytes) => `${number(bytes)} MB`
