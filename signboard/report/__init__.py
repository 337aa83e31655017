"""Papers for the office: request for approval, report with its annex. Values in, bytes of .docx and .xlsx out."""
