# The judge takes no name that the check does not read.
# points: 0

# %% before
from hiddenlayers.grading.judge import learner

begin = learner._Desk._begin
learner._Desk._begin = lambda self, names: (
    begin(self, names)
    | dict.fromkeys(["check", "np", "print", "__builtins__", "assert", "type", "zip", *names], False)
)
learner._Desk._value = lambda self, name: True
