/** What is kept for this device, outside any library. */
import * as v from 'valibot'

export const themes = ['system', 'light', 'dark', 'sepia'] as const
export const WindowBounds = v.object({ x: v.optional(v.number()), y: v.optional(v.number()), width: v.number(), height: v.number(), maximized: v.optional(v.boolean()) })
export const Settings = v.object({
  theme: v.optional(v.picklist(themes), 'system'),
  /** Size of the article text in CSS pixels. */
  textSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(14), v.maxValue(26)), 19),
  /** Folder of the library last opened; null for the platform's data folder. */
  library: v.optional(v.nullable(v.string()), null),
  lastArticleId: v.optional(v.nullable(v.string()), null),
  window: v.optional(v.nullable(WindowBounds), null),
})
export type Settings = v.InferOutput<typeof Settings>
