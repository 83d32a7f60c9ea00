"""Mails of shops in any layout: labelled values, item lines that leave no doubt, and strong wordings."""
