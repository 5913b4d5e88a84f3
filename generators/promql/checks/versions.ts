import { parseDuration } from '../duration.ts';
import { type Feature, functionFeatures, lacking, type PrometheusVersion, syntaxFeatures } from '../features.ts';
import { nodesOf, type PromqlProblem, type Tree, type TreeNode } from '../syntax/grammar.ts';

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

/** What a node of the tree needs that Prometheus 2.42 does not have. */
function featuresOf(node: TreeNode, text: string): readonly Named[] {
  const own = text.slice(node.from, node.to);
  const called = own.toLowerCase();
  switch (node.name) {
    case 'FunctionIdentifier':
    case 'AggregateOp': {
      const feature = functionFeatures[called];
      return feature === undefined ? [] : [{ name: called, ...feature }];
    }
    case 'QuotedLabelName':
      return [syntaxFeatures.quotedName];
    case 'NumberDurationLiteral':
      return numberFeatures(own, false);
    case 'NumberDurationLiteralInDurationContext':
      return own.startsWith('$') ? [] : numberFeatures(own, true);
    case 'TrimUpper':
    case 'TrimLower':
      return [syntaxFeatures.trim];
    default:
      return [];
  }
}

/** Functions and syntax that a server of this version refuses. */
export function versionProblems(
  tree: Tree,
  text: string,
  version: PrometheusVersion,
  flags: readonly string[],
): readonly PromqlProblem[] {
  return nodesOf(tree).flatMap((node) =>
    featuresOf(node, text).flatMap((feature) => {
      const lack = lacking(feature, version, flags);
      return lack === undefined ? [] : [{ message: `${feature.name} ${lack}`, from: node.from, to: node.to }];
    }),
  );
}
