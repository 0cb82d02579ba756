import type { ReactNode } from 'react'
import { FileDown, Printer } from 'lucide-react'
import type { ExportFile } from '../../shared/export.ts'
import { useAct, useOperation } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/toast.tsx'
import { saveFile } from './save-file.ts'

/** A page on paper. A face that makes PDFs saves one at once; a browser does both from its own print dialog. */
export function PrintButton({ file, onPrint }: { file: ExportFile; onPrint: () => void }): ReactNode {
  const { data: info } = useOperation('app.info', {})
  const print = useAct('app.printToPdf')
  const handlePdf = (): void => {
    const fileName = file.fileName.replace(/\.html$/, '.pdf')
    print.mutate({ html: file.content }, {
      onSuccess: ({ content }) => { saveFile({ fileName, mediaType: 'application/pdf', encoding: 'base64', content }).catch(toastError) },
      onError: toastError,
    })
  }
  if (!info) return null
  if (!info.capabilities.printToPdf) return <Button variant="quiet" icon={Printer} onClick={onPrint}>Print or save as PDF</Button>
  return (
    <>
      <Button variant="quiet" icon={Printer} onClick={onPrint}>Print</Button>
      <Button variant="quiet" icon={FileDown} disabled={print.isPending} onClick={handlePdf}>{print.isPending ? 'Making the PDF…' : 'Save as PDF'}</Button>
    </>
  )
}
