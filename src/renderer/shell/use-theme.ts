import { useEffect } from 'react'
import { useOperation } from '../api.ts'

/** Puts theme, font and the text's measures on the document. "System" follows the system while it runs. */
export function useTheme(): void {
  const { data } = useOperation('settings.get', {}, { keepPrevious: true })
  const theme = data?.theme ?? 'system'

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
    if (!data) return
    const { style, dataset } = document.documentElement
    style.setProperty('--reading-size', `${data.textSize}px`)
    style.setProperty('--reading-measure', `${data.measure}em`)
    style.setProperty('--reading-line', String(data.lineHeight))
    dataset.font = data.font
  }, [data])
}
