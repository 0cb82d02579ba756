import { useEffect, useRef, type ReactNode } from 'react'
import type { ExportFile } from '../../shared/export.ts'
import { PrintButton } from './print-button.tsx'
import { blobOf } from './save-file.ts'

/** As much of a file as a preview shows, in UTF-16 code units. */
const PREVIEW_LENGTH = 6000

export function TextPreview({ file: { content }, title }: { file: ExportFile; title: string }): ReactNode {
  const isCut = content.length > PREVIEW_LENGTH
  return (
    <>
      <div className="export-preview-head m">{isCut ? `${title}, the beginning` : title}</div>
      <pre role="region" aria-label="Preview" tabIndex={0}>{isCut ? `${content.slice(0, PREVIEW_LENGTH)}…` : content}</pre>
    </>
  )
}

/** The page as it will be, shut off from the app: it runs nothing and leads nowhere. From here it is printed, also to PDF. */
export function PagePreview({ file }: { file: ExportFile }): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(blobOf(file))
    frame.current!.src = address
    return () => URL.revokeObjectURL(address)
  }, [file])
  return (
    <>
      <div className="export-preview-head m">Preview<span className="spacer" /><PrintButton file={file} onPrint={() => frame.current?.contentWindow?.print()} /></div>
      <iframe ref={frame} className="export-page" title="Preview" sandbox="allow-same-origin allow-modals" />
    </>
  )
}
