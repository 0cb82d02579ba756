import { useMemo, useState, type ReactNode } from 'react'
import { ArrowLeft, Columns2 } from 'lucide-react'
import { sameWords, THRESHOLD, type SameKind, type SameWords } from '../../shared/compare/same-words.ts'
import { wordDifference } from '../../shared/compare/word-difference.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { sourceOf, type StatementInContext } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { MOST_PICKS } from '../compare-picks.ts'
import { useComparison, type ComparisonView } from '../comparing/use-comparison.ts'
import { Caveat } from '../marks/caveat.tsx'
import { longDate } from '../marks/citation.ts'
import { ComparedQuote } from '../marks/compared-words.tsx'
import { SourceName } from '../marks/guess-mark.tsx'
import { speakerItems } from '../marks/speaker-items.tsx'
import { SpeakerName } from '../marks/speaker-name.tsx'
import { addressOf, navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Picker } from '../ui/picker.tsx'
import './same-words.css'

type Said = StatementInContext & { speakerId: string }

/** The same words in several sources: what one speaker is quoted with here and there, whole, clipped or altered. */
export function SameWordsScreen({ comparisonId, speakerId }: { comparisonId?: string; speakerId?: string }): ReactNode {
  const { view, error } = useComparison(comparisonId)
  return (
    <main className="same-words">
      <header className="same-words-bar">
        <a className="btn quiet" href={addressOf({ screen: 'compare', ...(comparisonId ? { comparisonId } : {}) })}><ArrowLeft className="i" size={16} strokeWidth={1.5} aria-hidden />Matrix</a>
        <h1>Same words in several sources</h1>
        <span className="spacer" />
        {view && <Picker className="same-words-speaker" label="Speaker" items={speakerItems(view.speakers)} value={speakerId ?? null} placeholder="All speakers" onPick={(id) => navigate({ screen: 'same-words', ...(id ? { speakerId: id } : {}), ...(comparisonId ? { comparisonId } : {}) }, 'replace')} />}
      </header>
      {error && <p className="same-words-empty" role="alert">{error.message}</p>}
      {view && !error && <Groups view={view} speakerId={speakerId} />}
    </main>
  )
}

function Groups({ view, speakerId }: { view: ComparisonView; speakerId: string | undefined }): ReactNode {
  const [threshold, setThreshold] = useState(THRESHOLD)
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set())
  const ids = useMemo(() => view.marks.filter((mark) => (speakerId ? mark.speakerId === speakerId : mark.speakerId)).map(({ id }) => id), [view.marks, speakerId])
  const statements = useOperation('statements.list', { ids }, { enabled: ids.length > 0 })
  const groups = useMemo(() => sameWords((statements.data ?? []).filter((one): one is Said => one.speakerId !== null && !apart.has(one.id)), threshold), [statements.data, apart, threshold])
  const isReady = statements.isSuccess || ids.length === 0
  return (
    <>
      <div className="same-words-measure">
        <label>At least <b className="tnum">{Math.round(threshold * 100)} %</b> of the shorter quote’s runs of three words<input type="range" min={0.3} max={1} step={0.05} value={threshold} onChange={(event) => setThreshold(Number(event.target.value))} aria-valuetext={`${Math.round(threshold * 100)} per cent`} /></label>
        <span className="m">Overlap coefficient (Szymkiewicz–Simpson). Nothing is merged.</span>
        <span className="spacer" />
        {isReady && <span className="m" role="status">{groups.length === 1 ? '1 group' : `${groups.length} groups`} in {ids.length === 1 ? '1 statement' : `${ids.length.toLocaleString('en')} statements`}</span>}
        {apart.size > 0 && <Button variant="quiet" onClick={() => setApart(new Set())}>Put {apart.size} back</Button>}
      </div>
      {isReady && groups.length === 0 && <p className="same-words-empty">No quote stands in two articles in the same or similar words. Lower the threshold to see less alike ones.</p>}
      <div className="same-words-groups" tabIndex={0} role="region" aria-label="Groups">
        {groups.map((group) => <Group key={group.fullest.id} group={group} speaker={view.speakers.find(({ id }) => id === group.speakerId)!} onApart={(id) => setApart(new Set([...apart, id]))} />)}
      </div>
    </>
  )
}

const kindNames: Record<SameKind, string> = { fullest: 'Full', same: 'Full, the same words', clipped: 'Clipped', altered: 'Altered' }

function Group({ group: { fullest, members }, speaker, onApart }: { group: SameWords<Said>; speaker: Speaker; onApart: (id: string) => void }): ReactNode {
  const count = (kind: SameKind): number => members.filter((one) => one.kind === kind).length
  const sum = [`full in ${count('fullest') + count('same')}`, ...(count('clipped') > 0 ? [`clipped in ${count('clipped')}`] : []), ...(count('altered') > 0 ? [`altered in ${count('altered')}`] : [])].join(', ')
  return (
    <section className="same-group" aria-label={`${speaker.name}, ${sum}`}>
      <header>
        <h2><SpeakerName name={speaker.name} colour={speaker.colour} /></h2>
        <span className="m">{sum}</span>
        <span className="spacer" />
        <Button icon={Columns2} onClick={() => navigate({ screen: 'side-by-side', statementIds: members.slice(0, MOST_PICKS).map(({ quoted }) => quoted.id) })}>Compare side by side</Button>
      </header>
      <ul>
        {members.map(({ quoted, kind }) => (
          <li key={quoted.id}>
            <div className="same-source">
              <b><SourceName of={quoted} /></b>
              <span className="m">{quoted.dateSaid ? `said ${longDate(quoted.dateSaid)}` : quoted.date ? `printed ${longDate(quoted.date)}` : 'no date'}</span>
              <Caveat words={quoted.caveat} />
              <span className={`same-kind is-${kind}`}>{kindNames[kind]}</span>
            </div>
            <blockquote dir="auto">{kind === 'altered' || kind === 'clipped' ? <ComparedQuote runs={wordDifference(fullest.quote, quoted.quote).runs} /> : quoted.quote}</blockquote>
            <div className="same-acts">
              <a href={addressOf({ screen: 'article', articleId: quoted.articleId, highlightId: quoted.highlightId, statementId: quoted.id })}>Open ¶ {quoted.paragraph}</a>
              {kind !== 'fullest' && <button type="button" className="link" onClick={() => onApart(quoted.id)}>Set apart<span className="sr"> {sourceOf(quoted)}</span></button>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
