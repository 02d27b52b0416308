using System.Diagnostics;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Web.Hosting;

/// <summary>Pages for answers without one: unknown address, refused access, too many requests, a fault.</summary>
internal static class Failures
{
    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(branch => branch.Run(Fault));
        app.UseStatusCodePages(context => Explain(context.HttpContext));
    }

    private static Task Fault(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            return Show(context, StatusCodes.Status413PayloadTooLarge, HostTexts.TooLargeTitle, HostTexts.TooLargeHint);
        // A form that breaks off or is not what it claims to be.
        if (error is InvalidDataException)
            return Show(context, StatusCodes.Status400BadRequest, HostTexts.BadRequestTitle, HostTexts.BadRequestHint);
        if (error is BadHttpRequestException bad)
            return Show(context, bad.StatusCode, HostTexts.BadRequestTitle, HostTexts.BadRequestHint);
        return Show(context, StatusCodes.Status500InternalServerError, ShellTexts.FailedTitle, ShellTexts.FailedHint, Activity.Current?.Id ?? context.TraceIdentifier);
    }

    private static Task Explain(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => Show(context, 400, HostTexts.BadRequestTitle, HostTexts.BadRequestHint),
        StatusCodes.Status403Forbidden => Show(context, 403, ShellTexts.ForbiddenTitle, ShellTexts.ForbiddenHint),
        StatusCodes.Status404NotFound => Show(context, 404, ShellTexts.NotFoundTitle, ShellTexts.NotFoundHint),
        StatusCodes.Status413PayloadTooLarge => Show(context, 413, HostTexts.TooLargeTitle, HostTexts.TooLargeHint),
        StatusCodes.Status429TooManyRequests => Show(context, 429, ShellTexts.BusyTitle, ShellTexts.BusyHint),
        _ => Task.CompletedTask,
    };

    private static Task Show(HttpContext context, int status, Words title, Words hint, string? trace = null) =>
        Page.Of<MessagePage>(new { Title = title, Hint = hint, Trace = trace }, status).ExecuteAsync(context);
}
