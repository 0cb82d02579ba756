import type { ReactNode } from 'react'
import type { Speaker } from '../../shared/speaker.ts'

/** Who relays a statement, where the article doesn't itself: "according to TASS". */
export function ReportedBy({ reportedById, speakers }: { reportedById: string | null; speakers: Speaker[] | undefined }): ReactNode {
  const name = reportedById && speakers?.find((one) => one.id === reportedById)?.name
  return name ? <span className="m reported-by">according to {name}</span> : null
}
