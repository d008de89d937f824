# Uses pandas' crosstab, which leaves out classes that never occur.
# passes: none

import pandas as pd


def confusion_matrix(y_true, y_pred, num_classes):
    return pd.crosstab(y_true, y_pred).to_numpy()
