using System.Globalization;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>What a document that was read would put into a list, side by side with its sentences.</summary>
internal sealed record ReadingView(PromiseList List, Guid DocumentId, string Title, Proposal Proposal, FormState Form);

internal sealed class ReadingViews(LuoshiDb db, OpenDocuments documents)
{
    public async Task<ReadingView?> OfAsync(Guid listId, Guid documentId, FormState form, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return null;
        if (await documents.HandleAsync(documentId, cancellation) is not { } document)
            return null;
        return new ReadingView(list, documentId, document.Title, ReadingProposer.Propose(document.Current, document.Findings, documentId), form);
    }
}

/// <summary>Adopting a list from a reading: the machine proposes, a person checks and takes what is right in one go.</summary>
internal static class ReadingRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/lists/{id:guid}/reading", ShowAsync);
        pages.MapPost("/lists/{id:guid}/reading", AdoptAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, Guid document, LedgerAccess access, ReadingViews views, PageModel<ReadingView> model, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        return await views.OfAsync(id, document, new FormState(), context.RequestAborted) is { } view ? LedgerRoutes.Show<ReadingPage, ReadingView>(model, view) : Page.NotFound();
    }

    private static async Task<IResult> AdoptAsync(Guid id, Guid document, LedgerAccess access, ReadingViews views, SheetImports units, AdoptProposal adopt, FirstRating rate, PageModel<ReadingView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var typed = await context.Request.ReadFormAsync(cancellation);
        var form = FormState.From(typed);
        if (await views.OfAsync(id, document, form, cancellation) is not { } view)
            return Page.NotFound();
        var picked = typed["pick"].Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToHashSet();
        var outcome = ProposalNames.Apply(Picked(view.Proposal, picked), field => form[field]).TryGet(out var named, out var unnamed)
            ? await adopt.RunAsync(new Adoption(id, named, await units.UnitsAsync(named, cancellation), LedgerProcesses.Adopt), acting, cancellation)
            : unnamed;
        if (outcome.TryGet(out _, out var refusal))
        {
            await rate.RunAsync(view.List, acting, cancellation);
            return Results.Redirect($"/ledger/lists/{id}");
        }

        form.Reject(refusal);
        return LedgerRoutes.Show<ReadingPage, ReadingView>(model, view, StatusCodes.Status422UnprocessableEntity);
    }

    private static Proposal Picked(Proposal proposal, HashSet<int> numbers) => new(
        [.. proposal.Commitments.Select(c => c with { Items = [.. c.Items.Where(i => numbers.Contains(i.Number))] }).Where(c => c.Items.Count > 0)]);
}
