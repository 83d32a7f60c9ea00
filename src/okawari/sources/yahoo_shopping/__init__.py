"""Yahoo! Shopping (Yahoo!ショッピング) and its stores."""
