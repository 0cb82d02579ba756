/** SQL of speakers and their aliases. */
import type { Database } from 'better-sqlite3'
import { createSetGiven } from '../database/set-given.ts'
import type { Alias, Speaker } from '../../shared/speaker.ts'

export type NewSpeaker = Omit<Speaker, 'statements'>
type Row = Omit<Speaker, 'aliases'> & { aliases: string }
export type SpeakerTable = ReturnType<typeof createSpeakerTable>

export function createSpeakerTable(db: Database) {
  const list = db.prepare<[], Row>(`
    SELECT id, name, speaks_for_id AS speaksForId, colour, position,
      (SELECT json_group_array(json_object('name', name, 'articleId', article_id)) FROM speaker_alias WHERE speaker_id = speaker.id) AS aliases,
      coalesce(said.statements, 0) AS statements
    FROM speaker LEFT JOIN (
      SELECT speaker_id AS by_id, count(*) AS statements FROM statement
      WHERE highlight_id NOT IN (SELECT highlight.id FROM article JOIN highlight ON highlight.article_id = article.id WHERE deleted_at IS NOT NULL) GROUP BY speaker_id
    ) AS said ON said.by_id = speaker.id ORDER BY position, seq`)
  const insert = db.prepare('INSERT INTO speaker (id, name, folded, speaks_for_id, colour, position) VALUES (@id, @name, @folded, @speaksForId, @colour, @position)')
  const insertAlias = db.prepare('INSERT INTO speaker_alias (speaker_id, name, article_id) VALUES (?, ?, ?)')
  const removeAlias = db.prepare('DELETE FROM speaker_alias WHERE speaker_id = ? AND name = ? AND article_id IS ?')
  const isKnown = db.prepare<[string]>('SELECT 1 FROM speaker WHERE folded = ?')
  const set = createSetGiven(db, 'speaker', { name: 'name', folded: 'folded', speaksForId: 'speaks_for_id', colour: 'colour', position: 'position' })
  const remove = db.prepare('DELETE FROM speaker WHERE id = ?')

  return {
    list: (): Speaker[] => list.all().map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as Speaker['aliases'] })),
    isKnown: (folded: string): boolean => isKnown.get(folded) !== undefined,
    add({ id, name, speaksForId, colour, position, aliases }: NewSpeaker, folded: string | null): void {
      insert.run({ id, name, folded, speaksForId, colour, position })
      for (const alias of aliases) insertAlias.run(id, alias.name, alias.articleId)
    },
    /** Only what is given. */
    set,
    addAlias: (id: string, { name, articleId }: Alias): void => { insertAlias.run(id, name, articleId) },
    removeAlias: (id: string, { name, articleId }: Alias): void => { removeAlias.run(id, name, articleId) },
    remove: (id: string): void => { remove.run(id) },
  }
}
