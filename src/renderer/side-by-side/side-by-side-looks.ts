/** How the screen is looked at. It lasts as long as the window, so that the way back from an article finds it as it was. */
import { create } from 'zustand'

export const useSideBySideLooks = create<{ marked: boolean; sourceShown: boolean; baselineId: string | null }>(() => ({ marked: true, sourceShown: false, baselineId: null }))

export function toggleMarks(): void {
  useSideBySideLooks.setState(({ marked }) => ({ marked: !marked }))
}

export function toggleSource(): void {
  useSideBySideLooks.setState(({ sourceShown }) => ({ sourceShown: !sourceShown }))
}
