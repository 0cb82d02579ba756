import { useId, useState, type FormEvent, type ReactNode } from 'react'
import * as v from 'valibot'
import { ArticleDetails, detailNames, type ArticleSummary, type DetailName } from '../../shared/article.ts'
import { useAct } from '../api.ts'
import { SubjectNote } from '../editor/subject-note.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import './article-details.css'

const labels: Record<DetailName, string> = {
  title: 'Title', byline: 'Byline', publisher: 'Publisher', published: 'Published', address: 'Address', language: 'Language',
}

const hints: Partial<Record<DetailName, string>> = {
  published: 'A year, a month or a day: 2017, 2017-04 or 2017-04-26.',
  language: 'A language tag, such as en or pt-BR.',
}

export interface ArticleDetailsDialogProps {
  article: ArticleSummary
  open: boolean
  onClose: () => void
}

export function ArticleDetailsDialog({ article, open, onClose }: ArticleDetailsDialogProps): ReactNode {
  // Mounted only while open, so that each opening begins with what the library holds.
  return open ? <OpenDetailsDialog article={article} onClose={onClose} /> : null
}

function OpenDetailsDialog({ article, onClose }: Omit<ArticleDetailsDialogProps, 'open'>): ReactNode {
  const formId = useId()
  const [before] = useState<ArticleDetails>(() => detailsOf(article))
  const [details, setDetails] = useState(before)
  const [mistake, setMistake] = useState<string | null>(null)
  const update = useAct('articles.update')

  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    save(detailNames.filter((name) => details[name].trim() !== before[name]))
  }
  /** What is saved is no guess any more. */
  const save = (names: DetailName[]): void => {
    const changed = Object.fromEntries(names.map((name) => [name, details[name].trim()]))
    if (names.length === 0) return onClose()
    const found = mistakeIn(changed)
    setMistake(found)
    if (!found) update.mutate({ id: article.id, ...changed }, { onSuccess: onClose, onError: (error) => setMistake(error.message) })
  }
  const footer = (
    <>
      {article.guessed.length > 0 && <Button large variant="quiet" onClick={() => save([...detailNames])}>The guesses are right</Button>}
      <Button large onClick={onClose}>Cancel</Button>
      <Button variant="primary" large type="submit" form={formId} disabled={update.isPending}>Save</Button>
    </>
  )
  return (
    <Dialog title="Article details" open onClose={onClose} width={560} footer={footer}>
      <form id={formId} className="details" noValidate onSubmit={handleSubmit}>
        {detailNames.map((name) => (
          <DetailField
            key={name}
            name={name}
            value={details[name]}
            guessed={article.guessed.includes(name) && details[name] === before[name]}
            onChange={(value) => setDetails({ ...details, [name]: value })}
          />
        ))}
        {mistake && <p className="err" role="alert">{mistake}</p>}
      </form>
      <div className="details-note"><SubjectNote subject={{ type: 'article', id: article.id }} title="Note on this article" /></div>
    </Dialog>
  )
}

/** A sentence that begins with the field's name on the screen; main would name the field of its contract. */
function mistakeIn(changed: Partial<ArticleDetails>): string | null {
  const parsed = v.safeParse(v.partial(ArticleDetails), changed)
  if (parsed.success) return null
  const name = detailNames.find((one) => one === parsed.issues[0].path?.[0]?.key)
  return `${name ? `${labels[name]}: ` : ''}${parsed.issues[0].message}.`
}

function detailsOf(article: ArticleSummary): ArticleDetails {
  const { title, byline, publisher, published, address, language } = article
  return { title, byline, publisher, published, address, language }
}

interface DetailFieldProps {
  name: DetailName
  value: string
  guessed: boolean
  onChange: (value: string) => void
}

function DetailField({ name, value, guessed, onChange }: DetailFieldProps): ReactNode {
  const id = useId()
  const hint = hints[name]
  const described = [guessed && `${id}-guessed`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="detail">
      <label htmlFor={id}>{labels[name]}</label>
      <div className="field">
        <input
          id={id}
          value={value}
          inputMode={name === 'address' ? 'url' : 'text'}
          spellCheck={false}
          autoComplete="off"
          {...(described ? { 'aria-describedby': described } : {})}
          onChange={(event) => onChange(event.target.value)}
        />
        {guessed && <span id={`${id}-guessed`} className="tag">guessed</span>}
      </div>
      {hint && <p id={`${id}-hint`} className="detail-hint m">{hint}</p>}
    </div>
  )
}
