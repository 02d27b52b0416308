using Luoshi.Ledger.Comparing.Pages;
using Luoshi.Ledger.Documents.Contracts;
using Luoshi.Ledger.Documents.Correct;
using Luoshi.Ledger.Documents.Pages;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Ledger.Documents.Receive;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Documents;

public static class DocumentServices
{
    /// <summary>The library of published documents and their readings.</summary>
    /// <param name="publicReader">The way to them is shown to people who are not signed in.</param>
    public static IServiceCollection AddDocuments(this IServiceCollection services, bool publicReader = false) => services
        .AddModelPart("library", model => model
            .Table<StoredDocument>("documents", StoredDocument.Map)
            .Table<DocumentFile>("files", DocumentFile.Map)
            .Table<StoredReading>("readings", StoredReading.Map)
            .Table<Correction>("corrections", Correction.Map))
        .AddSingleton<ReadingShelf>()
        .AddScoped<ReceiveDocument>()
        .AddScoped<OpenDocuments>()
        .AddScoped<CorrectFigure>()
        .AddScoped(services => new DocumentIntake(services.GetRequiredService<LuoshiDb>(), services.GetRequiredService<ReceiveDocument>()))
        .AddScoped<LibraryModel>()
        .AddScoped<ReaderModel>()
        .AddNavItem(new NavItem(DocumentTexts.Documents, "/documents", Order: 10, Visible: user => publicReader || user.Identity?.IsAuthenticated == true))
        .AddNavItem(new NavItem(CompareTexts.Title, CompareRoutes.Open, Order: 11, Visible: user => publicReader || user.Identity?.IsAuthenticated == true));

    /// <summary>The library with all that opens its documents, in one group, so that an installation can keep them to itself.</summary>
    public static RouteGroupBuilder MapDocuments(this IEndpointRouteBuilder routes)
    {
        var library = routes.MapGroup("");
        DocumentRoutes.Map(library);
        CompareRoutes.MapOpen(library);
        return library;
    }
}
