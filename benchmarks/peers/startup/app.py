"""The least that a handler with the usual libraries does: what our functions' start-up is held to."""

import boto3
from aws_lambda_powertools import Logger
from pydantic import BaseModel

logger = Logger(service="peer")
client = boto3.client("dynamodb")


class Message(BaseModel):
    """A message like any other."""

    channel: str = ""
    generation: int = 0


def handler(event, _context):
    """Read the message, say so."""
    message = Message.model_validate(event)
    logger.info("message", extra={"channel": message.channel})
    return message.model_dump()
