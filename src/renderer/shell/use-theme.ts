import { useEffect } from 'react'
import { useOperation } from '../api.ts'

/** Puts theme and text size on the document. "System" follows the system while it runs. */
export function useTheme(): void {
  const { data } = useOperation('settings.get', {}, { keepPrevious: true })
  const theme = data?.theme ?? 'system'
  const textSize = data?.textSize ?? 19

  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = (): void => {
      document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])

  useEffect(() => {
    document.documentElement.style.setProperty('--reading-size', `${textSize}px`)
  }, [textSize])
}
