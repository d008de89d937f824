# NumPy's sliding window view, shortened by the horizon.
# passes: both


def make_windows(series, window, horizon):
    views = np.lib.stride_tricks.sliding_window_view(series, window)
    return views[: len(views) - horizon, :, None], series[window + horizon - 1 :]
