const names: Readonly<Record<string, string>> = {
  logistic_regression: 'Logistic regression',
  random_forest: 'Random forest',
  extra_trees: 'Extra trees',
  gradient_boosting: 'Gradient boosting',
  histogram_boosting: 'Histogram boosting',
  k_nearest: 'Nearest neighbours',
  svm_linear: 'Linear SVM',
  svm_rbf: 'SVM with radial kernel',
  decision_tree: 'Decision tree',
  soft_vote: 'Soft vote of all',
  hard_vote: 'Hard vote of all',
  stacking: 'Stack of all',
  chance: 'Chance',
  perfect: 'Perfectly calibrated',
};

/** A churn model as people call it; an unknown one by its code. */
export const modelName = (model: string): string => names[model] ?? model.replaceAll('_', ' ');
