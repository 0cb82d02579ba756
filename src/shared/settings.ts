/** What is kept for this device, outside any library. */
import * as v from 'valibot'

export const themes = ['system', 'light', 'dark', 'sepia'] as const
/** The fonts of article text: Source Serif 4, Inter, OpenDyslexic. */
export const readingFonts = ['serif', 'sans', 'dyslexia'] as const
/** What can be chosen, and by which steps the controls move. */
export const readingLimits = {
  textSize: { min: 14, max: 26, step: 1 },
  measure: { min: 24, max: 44, step: 2 },
  lineHeight: { min: 1.3, max: 2.2, step: 0.1 },
}
const within = ({ min, max }: { min: number; max: number }): v.CheckAction<number, string> => v.check((value) => value >= min && value <= max, `choose a number from ${min} to ${max}`)

/** In CSS pixels; a screen to the left or above has negative ones. */
const Pixels = v.pipe(v.number(), v.minValue(-100_000, 'no screen is as far away'), v.maxValue(100_000, 'no screen is as large'))
export const WindowBounds = v.object({ x: v.optional(Pixels), y: v.optional(Pixels), width: Pixels, height: Pixels, maximized: v.optional(v.boolean()) })
export const Settings = v.object({
  theme: v.optional(v.picklist(themes), 'system'),
  /** Size of the article text in CSS pixels. */
  textSize: v.optional(v.pipe(v.number(), v.integer(), within(readingLimits.textSize)), 19),
  font: v.optional(v.picklist(readingFonts), 'serif'),
  /** Width of the article text in em, so that a line keeps its number of characters at every size. */
  measure: v.optional(v.pipe(v.number(), within(readingLimits.measure)), 32),
  /** Line height as a multiple of the text size. */
  lineHeight: v.optional(v.pipe(v.number(), within(readingLimits.lineHeight)), 1.6),
  /** Folder of the library last opened; null for the platform's data folder. */
  library: v.optional(v.nullable(v.string()), null),
  /** Folder where each backup is copied to as well; null for none. */
  backupFolder: v.optional(v.nullable(v.string()), null),
  /** Folders of the libraries of which was said that they are kept in step with other devices. */
  saidSynced: v.optional(v.array(v.string()), []),
  /** Folder that an export was saved to last, where the face asks for one. */
  saveFolder: v.optional(v.nullable(v.string()), null),
  lastArticleId: v.optional(v.nullable(v.string()), null),
  window: v.optional(v.nullable(WindowBounds), null),
  /** Whether spelling is checked, which is in notes alone. */
  spelling: v.optional(v.boolean(), false),
  /** Name of the dictionary, where the face checks with one: its files' name without the ending, such as "en_GB". */
  dictionary: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[^/\\]+$/, 'write the name of a dictionary, such as en_GB'))), null),
})
export type Settings = v.InferOutput<typeof Settings>
