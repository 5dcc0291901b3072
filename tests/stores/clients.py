"""Clients that stand between an adapter and AWS: count calls, interrupt them, refuse them."""

from collections import Counter

from botocore.exceptions import ClientError


class CrashError(Exception):
    """The process ends here."""


class Between:
    """
    Passes operations on to *client* and counts them.

    Args:
        before: Called with (number of the call, operation) before each; may raise, or do what
            another process would do in that moment.
        after: The same, when the call is done.
    """

    def __init__(self, client, before=None, after=None):
        self._client = client
        self._before = before
        self._after = after
        self.calls: Counter[str] = Counter()

    def __getattr__(self, operation):
        method = getattr(self._client, operation)

        def call(*args, **named):
            number = self.calls.total()
            self.calls[operation] += 1
            if self._before:
                self._before(number, operation)
            answer = method(*args, **named)
            if self._after:
                self._after(number, operation)
            return answer

        return call


class Scripted:
    """
    Answers each operation from a list, an exception by raising it.

    >>> Scripted(get_item=[{"Item": {}}]).get_item(TableName="t")
    {'Item': {}}
    """

    def __init__(self, **answers):
        self._answers = {operation: list(each) for operation, each in answers.items()}
        self.asked = []

    def __getattr__(self, operation):
        def call(**arguments):
            self.asked.append((operation, arguments))
            answer = self._answers[operation].pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer

        return call


def refusal(code, status=400, **more):
    """An error as botocore raises it."""
    response = {
        "Error": {"Code": code, "Message": f"{code}!"},
        "ResponseMetadata": {"HTTPStatusCode": status},
        **more,
    }
    return ClientError(response, "Operation")
