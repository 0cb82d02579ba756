/** What is kept for this device, outside any library. */
import * as v from 'valibot'

export const themes = ['system', 'light', 'dark', 'sepia'] as const
/** The fonts of article text: Source Serif 4, Inter, OpenDyslexic. */
export const readingFonts = ['serif', 'sans', 'dyslexia'] as const
export const WindowBounds = v.object({ x: v.optional(v.number()), y: v.optional(v.number()), width: v.number(), height: v.number(), maximized: v.optional(v.boolean()) })
export const Settings = v.object({
  theme: v.optional(v.picklist(themes), 'system'),
  /** Size of the article text in CSS pixels. */
  textSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(14), v.maxValue(26)), 19),
  font: v.optional(v.picklist(readingFonts), 'serif'),
  /** Width of the article text in CSS pixels. */
  measure: v.optional(v.pipe(v.number(), v.integer(), v.minValue(480), v.maxValue(800)), 608),
  /** Line height as a multiple of the text size. */
  lineHeight: v.optional(v.pipe(v.number(), v.minValue(1.3), v.maxValue(2.2)), 1.63),
  /** Folder of the library last opened; null for the platform's data folder. */
  library: v.optional(v.nullable(v.string()), null),
  lastArticleId: v.optional(v.nullable(v.string()), null),
  window: v.optional(v.nullable(WindowBounds), null),
})
export type Settings = v.InferOutput<typeof Settings>
