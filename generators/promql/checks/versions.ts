import { parseDuration } from '../duration.ts';
import { type Feature, functionFeatures, lacking, type PrometheusVersion, syntaxFeatures } from '../features.ts';
import { type Piece, type PromqlProblem, piecesOf, type Tree } from '../syntax/grammar.ts';

type Named = Feature & { readonly name: string };

function numberFeatures(text: string, inDuration: boolean): readonly Named[] {
  const plain = text.replace(/^[+-]\s*/, '');
  const isDuration = parseDuration(plain) !== undefined;
  return [
    ...(plain.includes('_') ? [syntaxFeatures.underscores] : []),
    ...(isDuration && !inDuration ? [syntaxFeatures.durationAsNumber] : []),
    ...(!isDuration && inDuration ? [syntaxFeatures.numberAsDuration] : []),
  ];
}

/** What a piece of an expression needs that Prometheus 2.42 does not have. */
function featuresOf({ name, from, to }: Piece, text: string): readonly Named[] {
  switch (name) {
    case 'FunctionIdentifier':
    case 'AggregateOp':
      return calledFeatures(text.slice(from, to).toLowerCase());
    case 'NumberDurationLiteral':
      return numberFeatures(text.slice(from, to), false);
    case 'NumberDurationLiteralInDurationContext':
      return text.charAt(from) === '$' ? [] : numberFeatures(text.slice(from, to), true);
    case 'QuotedLabelName':
      return [syntaxFeatures.quotedName];
    case 'TrimUpper':
    case 'TrimLower':
      return [syntaxFeatures.trim];
    default:
      return [];
  }
}

function calledFeatures(name: string): readonly Named[] {
  const feature = functionFeatures[name];
  return feature === undefined ? [] : [{ name, ...feature }];
}

/** Functions and syntax that a server of this version refuses. */
export function versionProblems(
  tree: Tree,
  text: string,
  version: PrometheusVersion,
  flags: readonly string[],
): readonly PromqlProblem[] {
  return piecesOf(tree).flatMap((piece) =>
    featuresOf(piece, text).flatMap((feature) => {
      const lack = lacking(feature, version, flags);
      return lack === undefined ? [] : [{ message: `${feature.name} ${lack}`, from: piece.from, to: piece.to }];
    }),
  );
}
