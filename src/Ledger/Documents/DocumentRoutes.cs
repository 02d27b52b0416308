using System.Text;
using Luoshi.Ledger.Documents.Correct;
using Luoshi.Ledger.Documents.Export;
using Luoshi.Ledger.Documents.Pages;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Ledger.Documents.Receive;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Documents;

/// <summary>The library's pages.</summary>
internal static class DocumentRoutes
{
    private const int LongestPaste = 10_000_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/documents");
        pages.MapGet("", ListAsync);
        pages.MapPost("", UploadAsync).RequireRateLimiting(RateLimits.Uploads);
        pages.MapPost("/paste", PasteAsync).RequireRateLimiting(RateLimits.Uploads);
        pages.MapGet("/paste", () => Results.Redirect("/documents"));
        pages.MapGet("/{id:guid}", ShowAsync);
        pages.MapPost("/{id:guid}", CorrectAsync).RequireRateLimiting(RateLimits.Uploads);
        pages.MapGet("/{id:guid}/{part}.{format}", ExportAsync);
        pages.MapGet("/{id:guid}/original", OriginalAsync);
    }

    private static async Task<IResult> ListAsync(LibraryModel model, HttpContext context)
    {
        await model.LoadAsync(context.Request.Query, context.RequestAborted);
        return Page.Of<LibraryPage>();
    }

    private static async Task<IResult> UploadAsync(ReceiveDocument receive, LibraryModel model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var files = (await context.Request.ReadFormAsync(cancellation)).Files;
        if (files.Count == 0)
            model.UploadError = DocumentTexts.NoFiles;
        else if (files.Count > ReceiveDocument.MostFiles)
            model.UploadError = DocumentTexts.TooManyFiles(ReceiveDocument.MostFiles);
        else
            model.Uploads = await TakeAsync(receive, files, PersonOf(context), cancellation);
        if (model.Uploads is [{ Received: { } only }])
            return Results.Redirect($"/documents/{only.Id}");
        await model.LoadAsync(context.Request.Query, cancellation);
        return Page.Of<LibraryPage>(status: model.Uploads.Any(line => line.Received is not null) ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<List<UploadLine>> TakeAsync(ReceiveDocument receive, IFormFileCollection files, string person, CancellationToken cancellation)
    {
        var lines = new List<UploadLine>();
        foreach (var file in files)
        {
            var outcome = file.Length > ReceiveDocument.LargestFile
                ? DocumentTexts.TooLarge
                : await receive.HandleAsync(file.FileName, await BytesAsync(file, cancellation), person, cancellation);
            lines.Add(new UploadLine(FileNames.Clean(file.FileName, "?"), outcome.IsOk ? outcome.Value : null, outcome.Refusal));
        }

        return lines;
    }

    private static async Task<IResult> PasteAsync(ReceiveDocument receive, LibraryModel model, UiContext ui, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var typed = await context.Request.ReadFormAsync(cancellation);
        var form = FormState.From(typed);
        model.Paste = form;
        var text = typed["text"].ToString();
        if (string.IsNullOrWhiteSpace(text))
            form.Reject("text", DocumentTexts.NoText);
        else if (text.Length > LongestPaste)
            form.Reject("text", DocumentTexts.TextTooLong);
        if (!form.HasErrors)
        {
            var name = form["title"].Length > 0 ? form["title"] : ui[DocumentTexts.PasteUntitled];
            var outcome = await receive.HandleAsync(name + ".txt", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), PersonOf(context), cancellation);
            if (outcome.TryGet(out var received, out var refusal))
                return Results.Redirect($"/documents/{received.Id}");
            form.Reject(refusal);
        }

        await model.LoadAsync(context.Request.Query, cancellation);
        return Page.Of<LibraryPage>(status: StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowAsync(Guid id, OpenDocuments open, ReaderModel model, HttpContext context)
    {
        if (await open.HandleAsync(id, context.RequestAborted) is not { } document)
            return Page.NotFound();
        model.Document = document;
        model.Query = ReaderQuery.From(context.Request.Query);
        return Page.Of<ReaderPage>();
    }

    private static async Task<IResult> CorrectAsync(Guid id, OpenDocuments open, CorrectFigure correct, ReaderModel model, UiContext ui, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await open.HandleAsync(id, cancellation) is not { } document)
            return Page.NotFound();
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        // The place travels along: after an upgrade the same number may be another figure.
        if (!int.TryParse(form["figure"], out var figure) || figure < 0 || figure >= document.Claims.Count
            || form["place"] != document.Claims[figure].Raw.Start.ToString())
            return Page.NotFound();
        var done = form["action"] == "reset"
            ? await correct.ResetAsync(document, figure, form, cancellation)
            : await correct.HandleAsync(document, figure, form, cancellation);
        if (done)
            return Results.Redirect(ui.Here(("at", $"{figure}")) + $"#r{figure}");
        model.Document = document;
        model.Query = ReaderQuery.From(context.Request.Query) with { At = figure };
        model.Refused = form;
        return Page.Of<ReaderPage>(status: StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ExportAsync(Guid id, string part, string format, OpenDocuments open, UiContext ui, HttpContext context)
    {
        if (await open.HandleAsync(id, context.RequestAborted) is not { } document)
            return Page.NotFound();
        // ?reading=machine leaves the corrections out.
        var chosen = context.Request.Query["reading"] == "machine" ? document.AsMachineRead() : document;
        return ExportDocument.Make(chosen, part, format, ui.Language) ?? Page.NotFound();
    }

    /// <summary>The bytes as they came, always as a download: a stored page must never run as ours.</summary>
    private static async Task<IResult> OriginalAsync(Guid id, LuoshiDb db, HttpContext context)
    {
        var found = await db.Set<StoredDocument>().Where(document => document.Id == id)
            .Join(db.Set<DocumentFile>(), document => document.Id, file => file.DocumentId, (document, file) => new { document.Name, file.Content })
            .FirstOrDefaultAsync(context.RequestAborted);
        return found is null ? Page.NotFound() : Results.File(found.Content, "application/octet-stream", found.Name);
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private static string PersonOf(HttpContext context) => context.User.Identity?.Name ?? "";
}
