/** SQL of speakers and their aliases. */
import type { Database } from 'better-sqlite3'
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
  const insert = db.prepare('INSERT INTO speaker (id, name, speaks_for_id, colour, position) VALUES (@id, @name, @speaksForId, @colour, @position)')
  const insertAlias = db.prepare('INSERT INTO speaker_alias (speaker_id, name, article_id) VALUES (?, ?, ?)')
  const removeAlias = db.prepare('DELETE FROM speaker_alias WHERE speaker_id = ? AND name = ? AND article_id IS ?')
  const update = db.prepare('UPDATE speaker SET name = @name, speaks_for_id = @speaksForId, colour = @colour, position = @position WHERE id = @id')
  const remove = db.prepare('DELETE FROM speaker WHERE id = ?')

  return {
    list: (): Speaker[] => list.all().map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as Speaker['aliases'] })),
    add({ id, name, speaksForId, colour, position, aliases }: NewSpeaker): void {
      insert.run({ id, name, speaksForId, colour, position })
      for (const alias of aliases) insertAlias.run(id, alias.name, alias.articleId)
    },
    update: ({ id, name, speaksForId, colour, position }: NewSpeaker): void => { update.run({ id, name, speaksForId, colour, position }) },
    addAlias: (id: string, { name, articleId }: Alias): void => { insertAlias.run(id, name, articleId) },
    removeAlias: (id: string, { name, articleId }: Alias): void => { removeAlias.run(id, name, articleId) },
    remove: (id: string): void => { remove.run(id) },
  }
}
