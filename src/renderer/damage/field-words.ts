/** What the columns of damaged rows are called for people. */
import type { DamagedField } from '../../shared/damage.ts'

const names: Record<string, string> = {
  exact: 'Words', prefix: 'Words before', suffix: 'Words after', body: 'Text', document: 'Text', text: 'Text', sha256: 'Fingerprint of the text',
  'start offset': 'Begins at', 'end offset': 'Ends at', 'speaks for id': 'Speaks for', 'speaker id': 'Speaker', 'issue id': 'Issue', 'reported by id': 'Reported by', 'date said': 'Date said',
}

export function fieldName(field: string): string {
  return names[field] ?? field.charAt(0).toUpperCase() + field.slice(1)
}

/** Of a step of the history, what only the program reads. */
const inner = ['client', 'undone', 'before', 'after']

/** A text that is kept plain too is shown plain. */
export function fieldsToShow(fields: DamagedField[]): DamagedField[] {
  const hidden = fields.some(({ field }) => field === 'text') ? [...inner, 'document', 'body'] : inner
  return fields.filter(({ field }) => !hidden.includes(field))
}
