import { useEffect, useMemo, type ReactNode } from 'react'
import { meaningComparison, type BaselineMeaningRun, type MeaningOptions } from '../../shared/compare/meaning.ts'
import type { StatementInContext, StatementSurroundings } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { MOST_PICKS, usePicks } from '../compare-picks.ts'
import { CompareBar } from '../comparing/compare-bar.tsx'
import { useComparison, type ComparisonView } from '../comparing/use-comparison.ts'
import { addressOf, navigate } from '../route.ts'
import { announce } from '../ui/announce.ts'
import { copyHtml, copyText } from '../ui/clipboard.ts'
import { Keys } from '../ui/keys.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { LETTERS, type ComparedStatement } from './compared-statement.ts'
import { comparedAsHtml, comparedAsMarkdown } from './copy-as.ts'
import { IssueBar } from './issue-bar.tsx'
import { Legend } from './meaning-words.tsx'
import { toggleMarks, toggleSource, useSideBySideLooks } from './side-by-side-looks.ts'
import { SideBySideTable } from './side-by-side-table.tsx'
import { issuesAround, statementsOnIssue } from './statements-on-issue.ts'
import { useSideBySideKeys, type SideBySideActs } from './use-side-by-side-keys.ts'
import './side-by-side.css'

export interface SideBySideScreenProps {
  statementIds: string[]
  comparisonId?: string
}

/** Up to four statements in columns, their words marked against one of them. */
export function SideBySideScreen({ statementIds, comparisonId }: SideBySideScreenProps): ReactNode {
  const { view, error } = useComparison(comparisonId)
  const ids = useMemo(() => [...new Set(statementIds)].slice(0, MOST_PICKS), [statementIds])
  const found = useOperation('statements.list', { ids }, { keepPrevious: true })
  const surroundings = useOperation('statements.surroundings', { ids }, { keepPrevious: true })
  const statements = useMemo(() => ids.flatMap((id) => found.data?.find((statement) => statement.id === id) ?? []), [ids, found.data])
  const around = useMemo(() => new Map(surroundings.data?.map((one) => [one.id, one])), [surroundings.data])
  const problem = error ?? found.error
  // The tab "Side by side" of the other views leads back here.
  useEffect(() => usePicks.setState({ ids }), [ids])

  return (
    <main className="sbs-screen">
      {view && <CompareBar view={view} current="side-by-side" />}
      {problem && <p className="sbs-gone" role="alert">{problem.message}</p>}
      {found.data && !found.isPlaceholderData && statements.length === 0 && (
        <p className="sbs-gone">These statements are not there any more. <a href={addressOf({ screen: 'compare', ...(comparisonId ? { comparisonId } : {}) })}>Pick two or more in the matrix.</a></p>
      )}
      {/* The words are compared by language, which comes with their surroundings. */}
      {view && statements.length > 0 && (surroundings.data || surroundings.error) && <Compared view={view} comparisonId={comparisonId} statements={statements} surroundings={around} />}
    </main>
  )
}

interface ComparedProps {
  view: ComparisonView
  comparisonId: string | undefined
  statements: StatementInContext[]
  surroundings: Map<string, StatementSurroundings>
}

function Compared({ view, comparisonId, statements, surroundings }: ComparedProps): ReactNode {
  const { marked, sourceShown } = useSideBySideLooks()
  const { compared, baselineRuns } = useCompared(view, statements, surroundings)
  const acts = useActs(view, compared, comparisonId)
  useSideBySideKeys(acts)
  const ids = statements.map(({ id }) => id)

  const copy = (format: 'markdown' | 'html'): void => {
    const languages = new Map([...surroundings].map(([id, { language }]) => [id, language]))
    const copied = format === 'markdown' ? copyText(comparedAsMarkdown(compared)) : copyHtml(comparedAsHtml(compared, languages))
    copied.then(() => toast({ text: format === 'markdown' ? 'Copied as Markdown' : 'Copied as HTML' }), toastError)
  }

  return (
    <>
      <div className="sbs-scroll" role="region" aria-label="Side by side" tabIndex={0}>
        <IssueBar view={view} statements={statements} onIssue={acts.goToIssue} onAdd={(id) => acts.show([...ids, id])} onCopy={copy} />
        <div className="sbs-marks">
          {statements.length === 1 ? <span className="m">Add a statement to see which words differ.</span> : (
            <>
              {marked && <Legend />}
              <span className="spacer" />
              <Segmented label="Marks" value={marked ? 'differences' : 'off'} onChange={toggleMarks} options={[{ value: 'differences', shown: 'Differences' }, { value: 'off', shown: 'Off' }]} />
            </>
          )}
        </div>
        <SideBySideTable
          compared={compared} baselineRuns={baselineRuns} surroundings={surroundings} marked={marked && statements.length > 1} sourceShown={sourceShown}
          onSource={toggleSource} onBaseline={acts.setBaseline} onMove={acts.move} onRemove={(at) => acts.show(ids.filter((_, other) => other !== at))}
          onOpen={({ id, articleId, highlightId }) => navigate({ screen: 'article', articleId, highlightId, statementId: id })}
        />
      </div>
      <Status letters={compared.map(({ letter }) => letter)} />
    </>
  )
}

function Status({ letters }: { letters: string[] }): ReactNode {
  return (
    <footer className="statusbar sbs-status">
      <span>Compared word by word; case, quotation marks and how a number is written don’t count. Frames follow lists of words and may be wrong.</span>
      <span className="spacer" />
      <span className="sbs-hint"><Keys keys={letters.join(' ')} /> baseline</span>
      <span className="sbs-hint"><Keys keys="W" /> marks</span>
      <span className="sbs-hint"><Keys keys="S" /> source</span>
      <span className="sbs-hint"><Keys keys="[ ]" /> issue</span>
    </footer>
  )
}

/** Each statement with its difference from the baseline. */
function useCompared({ speakers, issues, articles }: ComparisonView, statements: StatementInContext[], surroundings: Map<string, StatementSurroundings>): { compared: ComparedStatement[]; baselineRuns: BaselineMeaningRun[] } {
  const baselineId = useSideBySideLooks((looks) => looks.baselineId)
  return useMemo(() => {
    const baselineAt = Math.max(0, statements.findIndex(({ id }) => id === baselineId))
    const [language, ...others] = new Set(statements.map(({ id }) => surroundings.get(id)?.language ?? ''))
    const options: MeaningOptions = {
      ...(language && others.length === 0 ? { language } : {}),
      names: speakers.flatMap(({ name, aliases }) => [name, ...aliases.filter(({ articleId }) => articleId === null).map((alias) => alias.name)]),
    }
    const { differences, baseline } = meaningComparison(statements.map(({ quote }) => quote), baselineAt, options)
    const compared = statements.map((statement, at): ComparedStatement => ({
      letter: LETTERS[at]!, statement,
      speaker: speakers.find(({ id }) => id === statement.speakerId), reportedBy: speakers.find(({ id }) => id === statement.reportedById),
      proposition: issues.find(({ id }) => id === statement.issueId)?.proposition ?? '', published: articles.find(({ id }) => id === statement.articleId)?.published ?? '',
      difference: differences[at] ?? null,
    }))
    return { compared, baselineRuns: baseline }
  }, [speakers, issues, articles, statements, surroundings, baselineId])
}

interface Acts extends SideBySideActs {
  show: (ids: string[]) => void
  move: (at: number, by: number) => void
}

function useActs({ matrix }: ComparisonView, compared: ComparedStatement[], comparisonId: string | undefined): Acts {
  return useMemo(() => {
    const ids = compared.map(({ statement }) => statement.id)
    const at = comparisonId ? { comparisonId } : {}
    const show = (next: string[]): void => navigate(next.length > 0 ? { screen: 'side-by-side', statementIds: next, ...at } : { screen: 'compare', ...at }, 'replace')
    const move = (from: number, by: number): void => {
      const to = from + by
      if (from < 0 || to < 0 || to >= ids.length) return
      show(ids.with(from, ids[to]!).with(to, ids[from]!))
      announce(`${compared[from]!.speaker?.name ?? 'No speaker yet'} is column ${LETTERS[to]!} of ${ids.length}`)
    }
    return {
      show, move, toggleMarks, toggleSource,
      setBaseline: (column) => {
        const one = compared[column]
        if (!one) return
        useSideBySideLooks.setState({ baselineId: one.statement.id })
        announce(`Baseline ${one.letter}, ${one.speaker?.name ?? 'no speaker yet'}`)
      },
      goToIssue: (by) => {
        const [issueId = null, ...others] = new Set(compared.map(({ statement }) => statement.issueId))
        const around = issuesAround(matrix, others.length > 0 ? null : issueId)
        const next = around.at < 0 ? undefined : around.ids[around.at + by]
        if (next) show(statementsOnIssue(matrix, next, compared.map(({ statement }) => statement.speakerId)))
      },
      moveColumn: (by) => {
        const focused = document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset.column
        move(focused ? ids.indexOf(focused) : compared.findIndex(({ difference }) => !difference), by)
      },
    }
  }, [matrix, compared, comparisonId])
}
