/** The style elements of exported pages, to the character. */
import { evidenceStyle } from './comparison/evidence-style.ts'
import { exportStyle } from './export-html-style.ts'

export const evidenceStyles = `${exportStyle}${evidenceStyle}`
export const exportedStyles = [exportStyle, evidenceStyles]
