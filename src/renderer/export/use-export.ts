import { useEffect, useMemo, useState } from 'react'
import type { ComparisonFormat, ExportFile, ExportFormat } from '../../shared/export.ts'
import { client, queries, useOperation } from '../api.ts'
import type { ExportSubject } from '../commands.ts'
import type { Format } from './export-formats.ts'

export interface Export {
  /** What can be shown of it before it is saved; of documents, the same words as Markdown. */
  preview: ExportFile | undefined
  fileName: string
  /** What the file does not hold of what is exported. */
  losses: string[]
  /** What may stand spoiled in it. */
  damaged: string[]
  error: Error | null
  /** How much is done of what is being written; null while nothing is, `total` 0 while nobody knows. */
  progress: { done: number; total: number } | null
  /** The whole file. Rejects when it is stopped. */
  render: () => Promise<ExportFile>
  /** Stops what is being written. */
  cancel: () => void
}

/** Formats that are bytes: their preview is Markdown, and they are written when they are saved. */
const documents = new Set<Format>(['docx', 'odt'])

export function useExport(subject: ExportSubject, format: Format): Export {
  const isComparison = subject.kind === 'comparison'
  const job = useMemo(() => `${subject.kind} ${format} ${crypto.randomUUID()}`, [subject, format])
  const compared = useOperation('exports.renderComparison', { format: format as ComparisonFormat, comparisonId: isComparison ? subject.id : null, job, preview: true }, { enabled: isComparison })
  const others = useOperation('exports.render', { format: format as ExportFormat, job, ...(subject.kind === 'article' ? { articleId: subject.id } : {}) }, { enabled: !isComparison })
  const { data, error, isFetching } = isComparison ? compared : others
  const saving = useSavingJob()
  const told = useProgress(saving.job ?? job)
  useCancelled(job)

  return {
    preview: data, error,
    fileName: data?.fileName,
    losses: data?.losses ?? [],
    damaged: data?.damaged ?? [],
    progress: isFetching || saving.job ? told : null,
    render: () => (documents.has(format) && isComparison ? saving.run({ format: format as ComparisonFormat, comparisonId: subject.id }) : Promise.resolve(data!)),
    cancel: () => { client.call('exports.cancel', { job: saving.job ?? job }).catch(() => undefined) },
  } as Export
}

function useSavingJob(): { job: string | null; run: (input: { format: ComparisonFormat; comparisonId: string | null }) => Promise<ExportFile> } {
  const [job, setJob] = useState<string | null>(null)
  const run = (input: { format: ComparisonFormat; comparisonId: string | null }): Promise<ExportFile> => {
    const made = `save ${crypto.randomUUID()}`
    setJob(made)
    return client.call('exports.renderComparison', { ...input, job: made }).finally(() => setJob(null))
  }
  return { job, run }
}

function useProgress(job: string): { done: number; total: number } {
  const [told, setTold] = useState({ job: '', done: 0, total: 0 })
  useEffect(() => client.subscribe((event) => { if (event.name === 'exports.progress' && event.job === job) setTold(event) }), [job])
  return told.job === job ? told : { done: 0, total: 0 }
}

/** Nobody waits for a file that is not shown any more; and no event says that one is out of date, so each opening asks anew. */
function useCancelled(job: string): void {
  useEffect(() => () => {
    client.call('exports.cancel', { job }).catch(() => undefined)
    queries.removeQueries({ queryKey: ['exports'] })
  }, [job])
}
