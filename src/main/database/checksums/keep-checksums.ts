/**
 * Keeps the rows' checksums: temporary triggers, made anew at each opening from the schema as it is. They are not in the file,
 * so another program can write too; what it wrote then has no checksum of its own and is told as changed.
 */
import type { Database } from 'better-sqlite3'
import { CHECKSUM, checkedTables, ownInsert, rowChecksum, type Value } from './row-checksum.ts'

/** A damaged row that is written again stays damaged: the new values may stand beside spoiled ones. */
export function keepChecksums(db: Database, isDamaged: (table: string, row: number) => boolean): void {
  db.function('kept_checksum', { varargs: true }, (table: unknown, row: unknown, otherwise: unknown, ...values: unknown[]) =>
    isDamaged(table as string, row as number) ? otherwise : rowChecksum(values as Value[]))
  for (const [table, columns] of checkedTables(db)) {
    const watched = columns.map((column) => `"${column}"`).join(', ')
    const keep = (act: string, otherwise: string): string => `CREATE TEMP TRIGGER checksum_${table}_${act.slice(0, 6)} AFTER ${act} ON main."${table}" BEGIN
      UPDATE "${table}" SET ${CHECKSUM} = kept_checksum('${table}', NEW.rowid, ${otherwise}, ${columns.map((column) => `NEW."${column}"`).join(', ')}) WHERE rowid = NEW.rowid;
    END;`
    db.exec((table === ownInsert ? '' : keep('INSERT', 'NULL')) + keep(`UPDATE OF ${watched}`, `OLD.${CHECKSUM}`))
  }
}
