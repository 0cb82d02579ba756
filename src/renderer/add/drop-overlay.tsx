import { useEffect, useState, type ReactNode } from 'react'
import { importFiles } from './import-files.ts'
import './drop-overlay.css'

/** Files dropped anywhere in the window are added. */
export function DropOverlay(): ReactNode {
  const [over, setOver] = useState(false)

  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const handleOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const handleLeave = (event: DragEvent): void => { if (!event.relatedTarget) setOver(false) }
    const handleDrop = (event: DragEvent): void => {
      if (!event.dataTransfer || !carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      void importFiles([...event.dataTransfer.files])
    }
    document.addEventListener('dragenter', handleOver)
    document.addEventListener('dragover', handleOver)
    document.addEventListener('dragleave', handleLeave)
    document.addEventListener('drop', handleDrop)
    return () => {
      document.removeEventListener('dragenter', handleOver)
      document.removeEventListener('dragover', handleOver)
      document.removeEventListener('dragleave', handleLeave)
      document.removeEventListener('drop', handleDrop)
    }
  }, [])

  return over ? <div className="drop-overlay"><p>Drop to add to the library</p></div> : null
}
