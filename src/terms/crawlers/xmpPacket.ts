import type { Signals } from './deriveSignals.ts';
import { plusDataMining } from './plusDataMining.ts';

interface Rights {
  signals: Signals;
  /** Where the terms can be read. */
  policyUrl: string | undefined;
  /** Where the ODRL document is. */
  documentUrl: string | undefined;
  /** The terms in English. */
  words: readonly string[];
}

/**
 * The rights of a picture as XMP, for whoever writes it into the file: the PLUS Data Mining code with the constraints it
 * points to, the terms in words and where they are (IPTC Photo Metadata Standard 2023.1; XMP, part 1, section 7).
 */
export function xmpPacket({ signals, policyUrl, documentUrl, words }: Rights): string {
  const code = plusDataMining(signals);
  const text = escaped(words.join(' '));
  const alternatives = `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>`;
  const lines = [
    `<plus:DataMining>${code}</plus:DataMining>`,
    ...(code.endsWith('SEECONSTRAINT')
      ? [`<plus:OtherConstraints>${alternatives}</plus:OtherConstraints>`]
      : []),
    ...(words.length > 0 ? [`<xmpRights:UsageTerms>${alternatives}</xmpRights:UsageTerms>`] : []),
    ...(policyUrl === undefined
      ? []
      : [`<xmpRights:WebStatement>${escaped(policyUrl)}</xmpRights:WebStatement>`]),
    ...(documentUrl === undefined ? [] : linkedRights(documentUrl)),
  ];
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '  <rdf:Description rdf:about=""',
    '    xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"',
    '    xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    '    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">',
    ...lines.map((line) => `   ${line}`),
    '  </rdf:Description>',
    ' </rdf:RDF>',
    '</x:xmpmeta>',
    '',
  ].join('\n');
}

function linkedRights(url: string): string[] {
  return [
    '<Iptc4xmpExt:LinkedEncRightsExpr><rdf:Bag><rdf:li rdf:parseType="Resource">',
    ` <Iptc4xmpExt:LinkedRightsExpr>${escaped(url)}</Iptc4xmpExt:LinkedRightsExpr>`,
    ' <Iptc4xmpExt:RightsExprEncType>application/ld+json</Iptc4xmpExt:RightsExprEncType>',
    ' <Iptc4xmpExt:RightsExprLangId>http://www.w3.org/ns/odrl/2/</Iptc4xmpExt:RightsExprLangId>',
    '</rdf:li></rdf:Bag></Iptc4xmpExt:LinkedEncRightsExpr>',
  ];
}

/** Text as XML and HTML hold it, in elements and in attributes; what no XML can hold is left out. */
export function escaped(text: string): string {
  const marks: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
