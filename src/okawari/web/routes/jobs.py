"""Jobs: how far each is, and the buttons that stop it and go on with it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse

from okawari.web.routes.mailboxes import background_of
from okawari.web.site import page, see_other, words_of
from okawari.web.views.jobs import SHOWN, job_path, job_view

router = APIRouter()


@router.get("/jobs/{job}")
def job_page(request: Request, job: str) -> HTMLResponse:
    """Show one job; while something happens the page asks for itself again."""
    found = background_of(request).jobs.get(job)
    if found is None or found.kind not in SHOWN:
        raise HTTPException(404)
    return page(request, "job.html", job=job_view(found, words_of(request)))


@router.post("/jobs/{job}/stop")
def stop(request: Request, job: str) -> RedirectResponse:
    """Stop a job after the piece that it is doing."""
    jobs = background_of(request).jobs
    if jobs.get(job) is None:
        raise HTTPException(404)
    jobs.cancel(job)
    return see_other(job_path(job))


@router.post("/jobs/{job}/resume")
def resume(request: Request, job: str) -> RedirectResponse:
    """Go on with a job."""
    jobs = background_of(request).jobs
    if jobs.get(job) is None:
        raise HTTPException(404)
    return see_other(job_path(jobs.resume(job)))
