import { JSDOM } from 'jsdom'
import { expect, it } from 'vitest'
import { cleanHtml } from './clean-paste.ts'

const clean = (html: string): string => cleanHtml(html, (text) => new JSDOM(text).window.document).replace(/\s*\n\s*/g, ' ').replace(/> </g, '><').trim()

const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset=utf-8><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm; font-family:"Calibri",sans-serif;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='mso-list:none'><span lang=EN-US style='font-family:"Calibri Light"'>Findings<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:8.0pt;line-height:107%'><span style='font-size:11.0pt;color:#C00000'>The bridge is <b style='mso-bidi-font-weight:normal'>safe</b> for <i>lorries</i>, see <a href="https://example.org/report"><span style='color:#0563C1'>the report</span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>first point<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>second point</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>numbered</p>
<p class=MsoNormal style='display:none;mso-hide:all'>hidden words</p>
<table class=MsoTableGrid border=1><tr><td style='border:solid 1pt'><p class=MsoNormal>cell one</p></td><td><p class=MsoNormal>cell two</p></td></tr></table>
<!--EndFragment--></body></html>`

it('takes Word’s words and structure, and none of its junk', () => {
  expect(clean(word)).toBe('<h1>Findings</h1><p>The bridge is <b>safe</b> for <i>lorries</i>, see <a href="https://example.org/report">the report</a>.</p>'
    + '<ul><li>first point</li><li>second point</li></ul><ol><li>numbered</li></ol><p>cell one</p><p>cell two</p>')
})

it('takes a web page’s text without its scripts, styles, pictures and forms', () => {
  const page = `<meta charset='utf-8'><div class="story" style="font:16px Georgia;color:red"><nav>Home</nav><h4 onclick="steal()" style="font-weight:700">Ferry stops</h4>
    <div style="background:url(https://tracker.example/x.png)">A <span style="font-weight: 700">bold</span> and <span style="font-style:italic">slanted</span> line with <a href="javascript:alert(1)" target=_blank>a trap</a>.<script>alert(1)</script><img src="https://tracker.example/p.gif" alt=""></div>
    <blockquote cite="x"><p>Quoted</p></blockquote><pre class="hl"><code><span style="color:blue">let</span> a</code></pre><form><input value="x"><button>Send</button></form></div>`
  expect(clean(page)).toBe('<h3>Ferry stops</h3><p>A <b>bold</b> and <i>slanted</i> line with a trap.</p><blockquote><p>Quoted</p></blockquote><pre><code>let a</code></pre>')
})

it('does not take the wrapper of a document from the web for bold', () => {
  expect(clean('<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;white-space:pre-wrap">Plain</span></p></b>')).toBe('<p>Plain</p>')
})

it('keeps a run of words inline, and gives loose words beside paragraphs a paragraph', () => {
  expect(clean('just <strong style="color:red">some</strong> words')).toBe('just <b>some</b> words')
  expect(clean('loose <em>words</em><p>Paragraph</p>tail')).toBe('<p>loose <i>words</i></p><p>Paragraph</p><p>tail</p>')
})
