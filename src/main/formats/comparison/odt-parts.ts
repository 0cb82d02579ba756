/** The parts of an OpenDocument Text package beside its content: styles, metadata, manifest. */

/** Fonts that people have, or that their programs replace by one of the same kind. */
const serif = 'style:font-name="Georgia"'
const fontFaces = '<office:font-face-decls><style:font-face style:name="Georgia" svg:font-family="Georgia" style:font-family-generic="roman" style:font-pitch="variable"/><style:font-face style:name="Calibri" svg:font-family="Calibri" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>'
const names = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"', 'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"', 'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"', 'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"', 'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"', 'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"', 'dc="http://purl.org/dc/elements/1.1/"',
].map((name) => `xmlns:${name}`).join(' ')

export const odtManifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`

/** `title` is XML already; `madeAt` UTC, ISO 8601. */
export function odtMeta(title: string, madeAt: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta ${names} office:version="1.3"><office:meta><meta:generator>Counterpoint</meta:generator><dc:title>${title}</dc:title><meta:creation-date>${madeAt}</meta:creation-date></office:meta></office:document-meta>`
}

interface StyleParts { parent?: string; paragraph?: string; text?: string }

function paragraphStyle(name: string, { parent = 'Standard', paragraph = '', text = '' }: StyleParts): string {
  return `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`
}

/** Also the same style for text that is written from right to left. */
function bothWays(name: string, parts: StyleParts): string {
  return paragraphStyle(name, parts) + paragraphStyle(`${name}Rtl`, { parent: name, paragraph: 'style:writing-mode="rl-tb" fo:text-align="right"' })
}

function bold(size: string): string {
  return `fo:font-size="${size}" fo:font-weight="bold" style:font-weight-complex="bold"`
}

const headings = [1, 2, 3].map((level) => `<style:style style:name="Heading${level}" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="${level}"><style:paragraph-properties fo:keep-with-next="always" fo:margin-top="${[0, 0.5, 0.4][level - 1]}cm" fo:margin-bottom="0.2cm"/><style:text-properties ${serif} ${bold(['16pt', '13pt', '11pt'][level - 1]!)}/></style:style>`).join('\n')

const list = (name: string, level: (at: number) => string): string => `<text:list-style style:name="${name}">${[1, 2, 3].map(level).join('')}</text:list-style>`
const levelSpace = (at: number): string => `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="${0.6 + at * 0.6}cm"/></style:list-level-properties>`

/** Page, paragraphs, text, tables, lists. */
export function odtStyles(isWide: boolean): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${names} office:version="1.3">${fontFaces}<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Calibri" fo:font-size="10.5pt" fo:color="#1c1b19"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
${headings}
<style:style style:name="HeadingBreak" style:family="paragraph" style:parent-style-name="Heading2" style:default-outline-level="2" style:master-page-name="Upright"><style:paragraph-properties fo:margin-top="0cm"/></style:style>
${paragraphStyle('Meta', { text: 'fo:font-size="9pt" fo:color="#68635b"' })}
${paragraphStyle('MetaBreak', { parent: 'Meta', paragraph: 'fo:break-before="page" fo:margin-bottom="0.2cm"' })}
${paragraphStyle('CellHead', { text: bold(isWide ? '9pt' : '10pt') })}
${bothWays('CellQuote', { paragraph: 'fo:margin-top="0.1cm"', text: `${serif} fo:font-size="${isWide ? 9 : 10}pt"` })}
${paragraphStyle('CellMeta', { parent: 'Meta', text: `fo:font-size="${isWide ? 8 : 9}pt"` })}
${bothWays('Quote', { paragraph: 'fo:margin-left="0.6cm" fo:margin-right="0.6cm" fo:margin-top="0.1cm" fo:keep-with-next="always"', text: `${serif} fo:font-size="11.5pt"` })}
${paragraphStyle('Who', { paragraph: 'fo:margin-top="0.3cm" fo:keep-with-next="always"' })}
${paragraphStyle('Citation', { parent: 'Meta', paragraph: 'fo:margin-left="0.6cm" fo:margin-bottom="0.15cm"' })}
${paragraphStyle('Note', { paragraph: 'fo:margin-left="0.6cm" fo:margin-bottom="0.1cm"' })}
${paragraphStyle('NoteQuote', { parent: 'Note', paragraph: 'fo:margin-left="1.2cm"', text: serif })}
${paragraphStyle('NoteCode', { parent: 'Note', text: 'fo:font-family="monospace"' })}
${paragraphStyle('Rule', { paragraph: 'fo:border-bottom="0.5pt solid #cdc9bf"' })}
${paragraphStyle('Item', {})}
${paragraphStyle('PageNumber', { parent: 'Meta', paragraph: 'fo:text-align="end"' })}
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Italic" style:family="text"><style:text-properties fo:font-style="italic" style:font-style-complex="italic"/></style:style>
<style:style style:name="Code" style:family="text"><style:text-properties fo:font-family="monospace"/></style:style>
${list('Bullets', (at) => `<text:list-level-style-bullet text:level="${at}" text:bullet-char="•">${levelSpace(at)}</text:list-level-style-bullet>`)}
${list('Numbers', (at) => `<text:list-level-style-number text:level="${at}" style:num-format="1" style:num-suffix=".">${levelSpace(at)}</text:list-level-style-number>`)}
</office:styles>
<office:automatic-styles>${pageLayout('Page', isWide)}${pageLayout('UprightPage', false)}</office:automatic-styles>
<office:master-styles>${masterPage('Standard', 'Page')}${masterPage('Upright', 'UprightPage')}</office:master-styles>
</office:document-styles>`
}

function pageLayout(name: string, isWide: boolean): string {
  const [width, height, orientation] = isWide ? ['29.7cm', '21cm', 'landscape'] : ['21cm', '29.7cm', 'portrait']
  return `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" style:print-orientation="${orientation}" fo:margin="1.8cm"/><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>`
}

function masterPage(name: string, layout: string): string {
  return `<style:master-page style:name="${name}" style:page-layout-name="${layout}"><style:footer><text:p text:style-name="PageNumber"><text:page-number text:select-page="current">1</text:page-number> of <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>`
}

/** Tables have no named styles that programs read: they stand in the content (ODF 1.3 part 3, 16.5). `columns` beside the first. */
export function odtTableStyles(isWide: boolean, columns: number[]): string {
  const width = isWide ? 26.1 : 17.4
  const cell = 'fo:padding="0.15cm" fo:border="0.5pt solid #cdc9bf"'
  return `<office:automatic-styles>${columns.map((count, at) => {
    const first = width * Math.max(0.16, 0.3 - count * 0.02)
    return `<style:style style:name="Matrix${at + 1}" style:family="table"><style:table-properties style:width="${width}cm" table:align="left" table:border-model="collapsing"/></style:style>${columnStyle(`First${at + 1}`, first)}${columnStyle(`Column${at + 1}`, (width - first) / Math.max(1, count))}`
  }).join('')}
<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties ${cell}/></style:style>
<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties ${cell} fo:background-color="#f1efe9"/></style:style>
</office:automatic-styles>`
}

/** `width` in centimetres. */
function columnStyle(name: string, width: number): string {
  return `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(2)}cm"/></style:style>`
}
