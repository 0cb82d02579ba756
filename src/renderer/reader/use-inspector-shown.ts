import { useCallback, useState } from 'react'

export interface InspectorShown {
  shown: boolean
  show: (shown: boolean) => void
  /** For what is chosen now. */
  unhide: () => void
}

/**
 * Narrow, the inspector lies over the text: without a chosen highlight it waits to be asked for. Hidden, it comes back when
 * one of its fields is to be filled in next.
 */
export function useInspectorShown(wide: boolean, somethingIsChosen: boolean, fieldIsWished: boolean): InspectorShown {
  const [hidden, setHidden] = useState(false)
  const [asked, setAsked] = useState(false)
  if (fieldIsWished && hidden) setHidden(false)
  const show = useCallback((shown: boolean) => {
    setHidden(!shown)
    setAsked(shown)
  }, [])
  const unhide = useCallback(() => setHidden(false), [])
  return { shown: !hidden && (wide || asked || somethingIsChosen), show, unhide }
}
